package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the findings come to.
 *
 * @param bonus two decimals, after the maxima
 * @param deduction two decimals, after the maxima
 * @param vetoes each rule once, in no particular order
 */
record Tally(BigDecimal bonus, BigDecimal deduction, List<FindingRule.Veto> vetoes) {

    static Tally of(Catalogue catalogue, List<String> findings) {
        var bonus = BigDecimal.ZERO;
        var deduction = BigDecimal.ZERO;
        var vetoes = new ArrayList<FindingRule.Veto>();
        for (var found : counted(findings).entrySet()) {
            switch (rule(catalogue, found.getKey())) {
                case FindingRule.Veto veto -> vetoes.add(veto);
                case FindingRule.Bonus(var _, var _, var points, var maximum) ->
                    bonus = bonus.add(capped(points, found.getValue(), maximum));
                case FindingRule.Deduction(var _, var _, var points, var maximum) ->
                    deduction = deduction.add(capped(points, found.getValue(), maximum));
            }
        }
        return new Tally(
                Decimals.two(bonus.min(catalogue.bonusMaximum())),
                Decimals.two(deduction.min(catalogue.deductionMaximum())),
                vetoes);
    }

    private static Map<String, Integer> counted(List<String> findings) {
        var counts = new TreeMap<String, Integer>();
        findings.forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts;
    }

    private static FindingRule rule(Catalogue catalogue, String code) {
        return catalogue.rules().stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("unknown rule of a finding: " + code));
    }

    private static BigDecimal capped(BigDecimal points, int times, BigDecimal maximum) {
        return points.multiply(BigDecimal.valueOf(times)).min(maximum);
    }
}
