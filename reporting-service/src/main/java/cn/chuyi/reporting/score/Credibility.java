package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** 自评可信度: how far verification confirmed what the unit had reported. */
public final class Credibility {

    private Credibility() {}

    /**
     * An indicator that was reported and then verified.
     *
     * @param reported share of the reported value, not discounted
     * @param verified share of the verified value
     */
    public record Line(String indicator, BigDecimal weight, BigDecimal reported, BigDecimal verified) {}

    /** The indicators that credibility is measured on, by code. */
    public static List<Line> lines(Catalogue catalogue, Map<String, Standing> standing) {
        var lines = new ArrayList<Line>();
        for (var indicator : catalogue.indicators()) {
            var facts = standing.getOrDefault(indicator.code(), Standing.NOTHING);
            if (indicator.measure() instanceof Measure.Reported
                    && facts.notApplicable() == null
                    && facts.verified() != null
                    && facts.reported() != null) {
                lines.add(new Line(
                        indicator.code(),
                        indicator.weight(),
                        share(indicator, facts.reported()),
                        share(indicator, facts.verified())));
            }
        }
        return lines;
    }

    /** Six decimals between the catalogue's floor and 1; 1 when nothing reported was verified, or all of it was 0. */
    static BigDecimal of(Catalogue catalogue, Map<String, Standing> standing) {
        var lines = lines(catalogue, standing);
        var reported = sum(lines, Line::reported);
        return reported.signum() == 0
                ? Decimals.six(BigDecimal.ONE)
                : clamped(Decimals.divide(sum(lines, Line::verified), reported), catalogue.credibilityFloor());
    }

    private static BigDecimal sum(List<Line> lines, Function<Line, BigDecimal> share) {
        return lines.stream()
                .map(line -> line.weight().multiply(share.apply(line)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal share(Indicator indicator, String value) {
        try {
            return indicator.rule().share(value);
        } catch (InvalidInputException e) {
            throw e.of(indicator);
        }
    }

    private static BigDecimal clamped(BigDecimal ratio, BigDecimal floor) {
        return Decimals.six(ratio.max(floor).min(BigDecimal.ONE));
    }
}
