package cn.chuyi.reporting.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.reporting.score.Comparison.Moved;
import cn.chuyi.reporting.score.Comparison.Side;
import cn.chuyi.reporting.score.Vectors.Vector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A change of a score of which a part is nobody's is not explained. */
class ComparisonTest {
    private static final BigDecimal ROUNDED_AWAY = new BigDecimal("0.0101");

    @Test
    void between_any_two_results_the_parts_add_up_and_rounding_hides_nothing() {
        var vectors = Vectors.all().toList();
        int compared = 0;
        for (var before : vectors) {
            for (var after : vectors) {
                var comparison = Comparison.of(side(before), side(after));
                var parts = comparison.parts();
                if (parts != null) {
                    compared++;
                    assertThat(parts.items()
                                    .add(parts.bonus())
                                    .add(parts.deduction())
                                    .add(parts.limits())
                                    .add(parts.rounding()))
                            .isEqualByComparingTo(total(after).subtract(total(before)))
                            .isEqualByComparingTo(parts.total());
                    assertThat(parts.rounding().abs()).isLessThan(ROUNDED_AWAY);
                    assertThat(sum(comparison.items())).isEqualByComparingTo(parts.items());
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void a_result_compared_with_itself_has_not_moved() {
        Vectors.all()
                .forEach(vector -> assertThat(
                                Comparison.of(side(vector), side(vector)).items())
                        .isEmpty());
    }

    @Test
    void one_value_moves_one_indicator_by_its_points_over_the_weight() {
        var vector = Vectors.read("01-worked-county");
        var catalogue = vector.catalogue().catalogue();
        var standing = new HashMap<>(vector.standing());
        standing.put("K-A1", Standing.NOTHING.verifiedAs("A"));
        var high = new Side(catalogue, Score.of(catalogue, standing, List.of()));
        standing.put("K-A1", Standing.NOTHING.verifiedAs("D"));
        var low = new Side(catalogue, Score.of(catalogue, standing, List.of()));
        var comparison = Comparison.of(high, low);
        assertThat(comparison.items()).hasSize(1);
        var weight = high.score().applicableWeight();
        assertThat(comparison.items().getFirst().contribution())
                .isEqualByComparingTo(Decimals.six(BigDecimal.valueOf(-400).divide(weight, 20, RoundingMode.HALF_UP)));
    }

    @Test
    void an_indicator_that_ceases_to_apply_moves_the_denominator_alone() {
        var vector = Vectors.read("01-worked-county");
        var catalogue = vector.catalogue().catalogue();
        var standing = new HashMap<>(vector.standing());
        standing.put("K-A1", Standing.NOTHING.verifiedAs("D"));
        var before = new Side(catalogue, Score.of(catalogue, standing, List.of()));
        standing.put("K-A1", Standing.NOTHING.exempted("not theirs"));
        var after = new Side(catalogue, Score.of(catalogue, standing, List.of()));
        var moved = Comparison.of(before, after).items();
        assertThat(moved).extracting(Moved::indicator).containsExactly("K-A1");
        assertThat(moved.getFirst().contribution()).isPositive();
    }

    @Test
    void what_is_not_rated_has_no_contributions() {
        var vector = Vectors.read("01-worked-county");
        var catalogue = vector.catalogue().catalogue();
        var standing = new HashMap<String, Standing>();
        catalogue.indicators().forEach(one -> standing.put(one.code(), Standing.NOTHING.exempted("none")));
        var unrated = new Side(catalogue, Score.of(catalogue, Map.copyOf(standing), List.of()));
        var comparison = Comparison.of(side(vector), unrated);
        assertThat(comparison.parts()).isNull();
        assertThat(comparison.items())
                .isNotEmpty()
                .allSatisfy(moved -> assertThat(moved.contribution()).isNull());
    }

    private static Side side(Vector vector) {
        return new Side(vector.catalogue().catalogue(), vector.score());
    }

    private static BigDecimal total(Vector vector) {
        return Objects.requireNonNull(vector.score().total());
    }

    private static BigDecimal sum(List<Moved> items) {
        return items.stream()
                .map(moved -> Objects.requireNonNull(moved.contribution()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
