package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.util.Map;

/** 自评可信度: how far verification confirmed what the unit had reported. */
final class Credibility {

    private Credibility() {}

    /** Six decimals between the catalogue's floor and 1; 1 when nothing reported was verified, or all of it was 0. */
    static BigDecimal of(Catalogue catalogue, Map<String, Standing> standing) {
        var verified = BigDecimal.ZERO;
        var reported = BigDecimal.ZERO;
        for (var indicator : catalogue.indicators()) {
            var facts = standing.getOrDefault(indicator.code(), Standing.NOTHING);
            if (indicator.measure() instanceof Measure.Reported
                    && facts.notApplicable() == null
                    && facts.verified() != null
                    && facts.reported() != null) {
                verified = verified.add(weighted(indicator, facts.verified()));
                reported = reported.add(weighted(indicator, facts.reported()));
            }
        }
        return reported.signum() == 0
                ? Decimals.six(BigDecimal.ONE)
                : clamped(Decimals.divide(verified, reported), catalogue.credibilityFloor());
    }

    private static BigDecimal weighted(Indicator indicator, String value) {
        try {
            return indicator.weight().multiply(indicator.rule().share(value));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(indicator.code() + ": " + e.getMessage());
        }
    }

    private static BigDecimal clamped(BigDecimal ratio, BigDecimal floor) {
        return Decimals.six(ratio.max(floor).min(BigDecimal.ONE));
    }
}
