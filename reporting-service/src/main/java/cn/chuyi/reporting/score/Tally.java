package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the findings come to.
 *
 * @param bonus two decimals, after the maxima
 * @param deduction two decimals, after the maxima
 * @param vetoes each rule once, in no particular order
 */
public record Tally(BigDecimal bonus, BigDecimal deduction, List<FindingRule.Veto> vetoes) {

    public Tally {
        vetoes = List.copyOf(vetoes);
    }

    /**
     * What the findings of one rule come to.
     *
     * @param points after the rule's own maximum, before the catalogue's; 0 for a veto
     */
    public record Counted(FindingRule rule, int findings, BigDecimal points) {}

    /**
     * The rules that have findings, by code.
     *
     * @throws InvalidInputException if the catalogue lacks a rule
     */
    public static List<Counted> counted(Catalogue catalogue, List<String> findings) {
        var counts = new TreeMap<String, Integer>();
        findings.forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> counted(rule(catalogue, count.getKey()), count.getValue()))
                .toList();
    }

    static Tally of(Catalogue catalogue, List<String> findings) {
        var bonus = BigDecimal.ZERO;
        var deduction = BigDecimal.ZERO;
        var vetoes = new ArrayList<FindingRule.Veto>();
        for (var counted : counted(catalogue, findings)) {
            switch (counted.rule()) {
                case FindingRule.Veto veto -> vetoes.add(veto);
                case FindingRule.Bonus _ -> bonus = bonus.add(counted.points());
                case FindingRule.Deduction _ -> deduction = deduction.add(counted.points());
            }
        }
        return new Tally(
                Decimals.two(bonus.min(catalogue.bonusMaximum())),
                Decimals.two(deduction.min(catalogue.deductionMaximum())),
                vetoes);
    }

    private static Counted counted(FindingRule rule, int times) {
        return switch (rule) {
            case FindingRule.Veto _ -> new Counted(rule, times, BigDecimal.ZERO);
            case FindingRule.Bonus(var _, var _, var points, var maximum) ->
                new Counted(rule, times, capped(points, times, maximum));
            case FindingRule.Deduction(var _, var _, var points, var maximum) ->
                new Counted(rule, times, capped(points, times, maximum));
        };
    }

    private static FindingRule rule(Catalogue catalogue, String code) {
        return catalogue.rules().stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("没有此认定事项的规则：" + code, "unknown rule of a finding: " + code));
    }

    private static BigDecimal capped(BigDecimal points, int times, BigDecimal maximum) {
        return points.multiply(BigDecimal.valueOf(times)).min(maximum);
    }
}
