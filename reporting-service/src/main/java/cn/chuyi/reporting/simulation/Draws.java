package cn.chuyi.reporting.simulation;

import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.ScaledScore;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ranks and grades when every weight wavers by itself, drawn again and again. Pure: the same seed gives the same.
 *
 * @param percent each weight is drawn evenly from within this many percent of it, in millionths
 */
record Draws(long percent, int count, long seed) {
    private static final long MILLION = 1_000_000;
    private static final int DECIMALS = 6;

    static Draws of(BigDecimal percent, int count, long seed) {
        return new Draws(percent.movePointRight(4).longValueExact(), count, seed);
    }

    /**
     * What one draw asks.
     *
     * @param weights in millionths, by the catalogue's indicators
     * @param minimum of the applicable weight, moved with the sum of the weights
     */
    record Draw(long[] weights, long minimum) {}

    /**
     * How firm one unit stands.
     *
     * @param rank the 5th, 50th and 95th percentile, and the best and worst; absent where it is never rated
     * @param total the 5th, 50th and 95th percentile, two decimals; absent where it is never rated
     * @param gradeKept share of the draws in which the grade is the undisturbed one, six decimals
     * @param rated share of the draws in which the unit is rated, six decimals
     */
    record Firmness(@Nullable Ranks rank, @Nullable Totals total, BigDecimal gradeKept, BigDecimal rated) {}

    record Ranks(int p5, int p50, int p95, int best, int worst) {}

    record Totals(BigDecimal p5, BigDecimal p50, BigDecimal p95) {}

    /** All draws, in their order. */
    List<Draw> of(Catalogue catalogue) {
        var weights = ScaledScore.weights(catalogue);
        long minimum = ScaledScore.minimum(catalogue);
        long sum = Arrays.stream(weights).sum();
        var random = new SplittableRandom(seed);
        var draws = new ArrayList<Draw>(count);
        for (int i = 0; i < count; i++) {
            draws.add(draw(weights, minimum, sum, random));
        }
        return draws;
    }

    private Draw draw(long[] weights, long minimum, long sum, SplittableRandom random) {
        var drawn = new long[weights.length];
        for (int i = 0; i < drawn.length; i++) {
            long factor = MILLION + (percent == 0 ? 0 : random.nextLong(-percent, percent + 1));
            drawn[i] = divided(weights[i], factor, MILLION);
        }
        return new Draw(drawn, divided(minimum, Arrays.stream(drawn).sum(), sum));
    }

    /** {@code round(a * b / c)}, half up. */
    private static long divided(long a, long b, long c) {
        return new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                .divide(BigDecimal.valueOf(c), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /**
     * @param units by the catalogue
     * @return of each unit, in the same order
     */
    List<Firmness> firmness(Catalogue catalogue, List<ScaledScore> units) {
        var tables = new Table[units.size()];
        long[] own = ScaledScore.weights(catalogue);
        long minimum = ScaledScore.minimum(catalogue);
        for (int unit = 0; unit < tables.length; unit++) {
            int total = units.get(unit).total(own, minimum);
            tables[unit] = new Table(count, total < 0 ? total : units.get(unit).band(total));
        }
        var places = new Places();
        var totals = new int[units.size()];
        for (var draw : of(catalogue)) {
            for (int unit = 0; unit < totals.length; unit++) {
                totals[unit] = units.get(unit).total(draw.weights(), draw.minimum());
            }
            places.take(totals);
            for (int unit = 0; unit < totals.length; unit++) {
                tables[unit].take(units.get(unit), totals[unit], places);
            }
        }
        return Arrays.stream(tables).map(Table::firmness).toList();
    }

    /** What the draws gave one unit. */
    private static final class Table {
        private final int[] ranks;
        private final int[] totals;
        private final int grade;
        private final int draws;
        private int rated;
        private int kept;

        /** @param grade index of the undisturbed band, below 0 when not rated */
        Table(int draws, int grade) {
            this.ranks = new int[draws];
            this.totals = new int[draws];
            this.draws = draws;
            this.grade = grade;
        }

        void take(ScaledScore unit, int total, Places places) {
            int drawn = total < 0 ? total : unit.band(total);
            kept += drawn == grade ? 1 : 0;
            if (total >= 0) {
                ranks[rated] = places.of(total);
                totals[rated] = total;
                rated++;
            }
        }

        Firmness firmness() {
            var shareKept = share(kept);
            var shareRated = share(rated);
            if (rated == 0) {
                return new Firmness(null, null, shareKept, shareRated);
            }
            Arrays.sort(ranks, 0, rated);
            Arrays.sort(totals, 0, rated);
            return new Firmness(
                    new Ranks(at(ranks, 5), at(ranks, 50), at(ranks, 95), ranks[0], ranks[rated - 1]),
                    new Totals(points(at(totals, 5)), points(at(totals, 50)), points(at(totals, 95))),
                    shareKept,
                    shareRated);
        }

        /** The nearest rank: the least value that so many percent do not exceed. */
        private int at(int[] sorted, int percent) {
            return sorted[Math.max(0, Math.ceilDiv(rated * percent, 100) - 1)];
        }

        private static BigDecimal points(int hundredths) {
            return BigDecimal.valueOf(hundredths, 2);
        }

        private BigDecimal share(int part) {
            return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(draws), DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
