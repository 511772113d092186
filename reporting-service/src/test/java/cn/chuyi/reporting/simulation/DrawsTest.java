package cn.chuyi.reporting.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.Ranking;
import cn.chuyi.reporting.score.ScaledScore;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Vectors;
import cn.chuyi.reporting.score.Vectors.Vector;
import cn.chuyi.reporting.simulation.Draws.Draw;
import cn.chuyi.reporting.simulation.Draws.Firmness;
import cn.chuyi.reporting.simulation.Draws.Ranks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How firm a rank stands is told by draws that are the law's own scores. */
class DrawsTest {
    private static final List<Vector> UNITS = Vectors.all()
            .filter(vector ->
                    vector.catalogue().equals(Vectors.read("01-worked-county").catalogue()))
            .toList();
    private static final Catalogue COUNTY = UNITS.getFirst().catalogue().catalogue();

    @Test
    void ranks_and_grades_of_the_draws_are_those_of_the_score_function() {
        var draws = Draws.of(new BigDecimal("20"), 100, 7);
        var ranks = new HashMap<Integer, List<Integer>>();
        var kept = new int[UNITS.size()];
        for (var draw : draws.of(COUNTY)) {
            var drawn = drawn(draw);
            var totals = new HashMap<String, BigDecimal>();
            for (int unit = 0; unit < UNITS.size(); unit++) {
                var score = score(unit, drawn);
                kept[unit] += score.grade().equals(score(unit, COUNTY).grade()) ? 1 : 0;
                if (score.total() != null) {
                    totals.put(Integer.toString(unit), score.total());
                }
            }
            Ranking.of(totals)
                    .forEach((unit, rank) -> ranks.computeIfAbsent(Integer.valueOf(unit), _ -> new ArrayList<>())
                            .add(rank));
        }
        var firmness = firmness(draws);
        for (int unit = 0; unit < UNITS.size(); unit++) {
            assertThat(firmness.get(unit).gradeKept()).isEqualByComparingTo(BigDecimal.valueOf(kept[unit], 2));
            assertThat(firmness.get(unit).rank()).isEqualTo(percentiles(ranks.getOrDefault(unit, List.of())));
        }
        assertThat(firmness.stream().map(Firmness::rank).filter(Objects::nonNull))
                .anySatisfy(rank -> assertThat(rank.best()).isLessThan(rank.worst()));
    }

    @Test
    void the_same_seed_draws_the_same_and_another_does_not() {
        var draws = Draws.of(BigDecimal.TEN, 200, 42);
        assertThat(firmness(draws)).isEqualTo(firmness(Draws.of(BigDecimal.TEN, 200, 42)));
        assertThat(firmness(draws)).isNotEqualTo(firmness(Draws.of(BigDecimal.TEN, 200, 43)));
    }

    @Test
    void weights_that_do_not_waver_move_nothing() {
        for (var one : firmness(Draws.of(BigDecimal.ZERO, 10, 1))) {
            assertThat(one.gradeKept()).isEqualByComparingTo(BigDecimal.ONE);
            if (one.rank() != null) {
                assertThat(one.rank().best()).isEqualTo(one.rank().worst());
            }
        }
    }

    @Test
    void a_drawn_weight_stays_within_its_percent() {
        var own = ScaledScore.weights(COUNTY);
        for (var draw : Draws.of(BigDecimal.TEN, 500, 3).of(COUNTY)) {
            for (int i = 0; i < own.length; i++) {
                assertThat(draw.weights()[i]).isBetween(own[i] * 9 / 10, own[i] * 11 / 10);
            }
        }
    }

    private static List<Firmness> firmness(Draws draws) {
        return draws.firmness(
                COUNTY,
                UNITS.stream()
                        .map(unit -> ScaledScore.of(COUNTY, unit.standing(), unit.findings()))
                        .toList());
    }

    private static @Nullable Ranks percentiles(List<Integer> ranks) {
        if (ranks.isEmpty()) {
            return null;
        }
        var sorted = ranks.stream().sorted().toList();
        return new Ranks(
                sorted.get((sorted.size() * 5 + 99) / 100 - 1),
                sorted.get((sorted.size() * 50 + 99) / 100 - 1),
                sorted.get((sorted.size() * 95 + 99) / 100 - 1),
                sorted.getFirst(),
                sorted.getLast());
    }

    private static Score score(int unit, Catalogue catalogue) {
        return Score.of(catalogue, UNITS.get(unit).standing(), UNITS.get(unit).findings());
    }

    private static Catalogue drawn(Draw draw) {
        var indicators = new ArrayList<Indicator>();
        for (int i = 0; i < draw.weights().length; i++) {
            var one = COUNTY.indicators().get(i);
            indicators.add(new Indicator(
                    one.code(),
                    one.group(),
                    one.groupName(),
                    one.name(),
                    BigDecimal.valueOf(draw.weights()[i], 6),
                    one.unit(),
                    one.measure(),
                    one.rule()));
        }
        return new Catalogue(
                COUNTY.programme(),
                COUNTY.year(),
                COUNTY.level(),
                COUNTY.revision(),
                COUNTY.bands(),
                BigDecimal.valueOf(draw.minimum(), 6),
                COUNTY.bonusMaximum(),
                COUNTY.deductionMaximum(),
                COUNTY.credibilityFloor(),
                indicators,
                COUNTY.rules());
    }
}
