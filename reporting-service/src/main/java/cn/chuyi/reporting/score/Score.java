package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one unit and year.
 *
 * @param items by indicator code
 * @param applicableWeight sum of the weights that apply
 * @param credibility six decimals, between the catalogue's floor and 1 (自评可信度)
 * @param bonus two decimals, after the maxima
 * @param deduction two decimals, after the maxima
 * @param base six decimals in [0, 100]; absent when not rated
 * @param total two decimals in [0, 100]; absent when not rated
 * @param grade of the bands, after the vetoes, or {@link #NOT_RATED}
 * @param applied the vetoes, in the order in which they were applied
 */
public record Score(
        List<Item> items,
        BigDecimal applicableWeight,
        BigDecimal credibility,
        BigDecimal bonus,
        BigDecimal deduction,
        @Nullable BigDecimal base,
        @Nullable BigDecimal total,
        String grade,
        List<Applied> applied) {

    public static final String NOT_RATED = "NOT_RATED";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A veto with the grade before and after it, also where nothing changed. */
    public record Applied(String rule, String from, String to) {}

    public Score {
        items = List.copyOf(items);
        applied = List.copyOf(applied);
    }

    /**
     * The one function.
     *
     * @param standing by indicator code; indicators of another catalogue are not looked at
     * @param findings code of the broken or earned rule, once per confirmed finding
     * @throws InvalidInputException if a value or finding cannot be read by the catalogue
     */
    public static Score of(Catalogue catalogue, Map<String, Standing> standing, List<String> findings) {
        var tally = Tally.of(catalogue, findings);
        var credibility = Credibility.of(catalogue, standing);
        var items = catalogue.indicators().stream()
                .map(each -> Items.item(each, standing.getOrDefault(each.code(), Standing.NOTHING), credibility))
                .toList();
        var weight = Items.applicableWeight(catalogue, items);
        if (weight.signum() == 0 || weight.compareTo(catalogue.minimumApplicableWeight()) < 0) {
            return new Score(
                    items, weight, credibility, tally.bonus(), tally.deduction(), null, null, NOT_RATED, List.of());
        }
        var base = Decimals.percent(Items.points(items), weight);
        var total = clampedTotal(base, tally);
        var grading = Grading.of(catalogue, total, tally.vetoes());
        return new Score(
                items,
                weight,
                credibility,
                tally.bonus(),
                tally.deduction(),
                base,
                total,
                grading.grade(),
                grading.applied());
    }

    private static BigDecimal clampedTotal(BigDecimal base, Tally tally) {
        var sum = base.add(tally.bonus()).subtract(tally.deduction());
        return Decimals.two(sum.max(BigDecimal.ZERO).min(HUNDRED));
    }
}
