package cn.chuyi.reporting.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.reporting.score.Catalogue.Band;
import cn.chuyi.reporting.score.Vectors.Vector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulation that differs from the law by a hundredth would talk about other units than ours. */
class ScaledScoreTest {
    private static final int DRAWS = 300;

    static Stream<Vector> vectors() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void under_any_weights_it_is_the_score_itself(Vector vector) {
        var catalogue = vector.catalogue().catalogue();
        var scaled = ScaledScore.of(catalogue, vector.standing(), vector.findings());
        var random = new Random(vector.name().hashCode());
        for (int draw = 0; draw < DRAWS; draw++) {
            var changed = changed(catalogue, random);
            var score = Score.of(changed, vector.standing(), vector.findings());
            int total = scaled.total(ScaledScore.weights(changed), ScaledScore.minimum(changed));
            if (score.total() == null) {
                assertThat(total).isEqualTo(ScaledScore.NOT_RATED);
            } else {
                assertThat(BigDecimal.valueOf(total, 2)).isEqualTo(score.total());
                assertThat(changed.bands().get(scaled.band(total)).grade()).isEqualTo(score.grade());
            }
        }
    }

    /** Weights of up to six decimals, some of them 0, and another minimum; sums up to the greatest allowed. */
    private static Catalogue changed(Catalogue catalogue, Random random) {
        int decimals = random.nextInt(7);
        var indicators = new ArrayList<Indicator>();
        for (var indicator : catalogue.indicators()) {
            var most = random.nextInt(5) == 0 ? 40L : 8L;
            var weight = random.nextInt(8) == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(random.nextLong(most * pow(decimals)) + 1, decimals);
            indicators.add(new Indicator(
                    indicator.code(),
                    indicator.group(),
                    indicator.groupName(),
                    indicator.name(),
                    weight,
                    indicator.unit(),
                    indicator.measure(),
                    indicator.rule()));
        }
        return new Catalogue(
                catalogue.programme(),
                catalogue.year(),
                catalogue.level(),
                catalogue.revision(),
                List.<Band>copyOf(catalogue.bands()),
                BigDecimal.valueOf(random.nextLong(90_000_000), 6),
                catalogue.bonusMaximum(),
                catalogue.deductionMaximum(),
                catalogue.credibilityFloor(),
                indicators,
                catalogue.rules());
    }

    private static long pow(int decimals) {
        return BigDecimal.TEN.pow(decimals).longValueExact();
    }
}
