package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The frozen indicators, weights, rules and bands of one programme, year, level and revision (指标体系).
 *
 * @param bands highest first
 * @param minimumApplicableWeight below this sum of applicable weights a unit is not rated
 * @param credibilityFloor lower bound of the credibility, in [0, 1]
 * @param indicators by code
 */
public record Catalogue(
        String programme,
        int year,
        Level level,
        int revision,
        List<Band> bands,
        BigDecimal minimumApplicableWeight,
        BigDecimal bonusMaximum,
        BigDecimal deductionMaximum,
        BigDecimal credibilityFloor,
        List<Indicator> indicators,
        List<FindingRule> rules) {

    /** A grade and the lowest total that earns it. */
    public record Band(String grade, BigDecimal from) {}

    public Catalogue {
        if (bands.isEmpty()) {
            throw new InvalidInputException("指标体系没有等次", "a catalogue without bands gives no grade");
        }
        bands = bands.stream()
                .sorted(Comparator.comparing(Band::from).reversed())
                .toList();
        indicators = indicators.stream()
                .sorted(Comparator.comparing(Indicator::code))
                .toList();
        rules = List.copyOf(rules);
    }

    public Optional<Indicator> indicator(String code) {
        return indicators.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
