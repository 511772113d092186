package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What moved a unit's score, by how much. The contributions of the items, bonus, deduction, limits and rounding add up
 * to the change of the total, to the last digit.
 *
 * @param items those that differ in anything, by code
 * @param parts absent unless both scores are rated
 */
public record Comparison(List<Moved> items, @Nullable Parts parts) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext EXACT_ENOUGH = new MathContext(50);

    public Comparison {
        items = List.copyOf(items);
    }

    /**
     * An item that differs.
     *
     * @param before absent when the catalogue did not have the indicator
     * @param after absent when the catalogue no longer has the indicator
     * @param contribution to the change of the total, six decimals; absent unless both scores are rated
     */
    public record Moved(
            String indicator,
            @Nullable Item before,
            @Nullable Item after,
            BigDecimal weightBefore,
            BigDecimal weightAfter,
            @Nullable BigDecimal contribution) {}

    /**
     * The change of the total, taken apart.
     *
     * @param total change of the total, two decimals
     * @param items sum of the contributions, six decimals
     * @param bonus change
     * @param deduction what its change does to the total: below 0 when more is deducted
     * @param limits what the limits 0 and 100 took away or gave
     * @param rounding the rest: contributions have six decimals, a total has two
     */
    public record Parts(
            BigDecimal total,
            BigDecimal items,
            BigDecimal bonus,
            BigDecimal deduction,
            BigDecimal limits,
            BigDecimal rounding) {}

    /** A score and the catalogue it was computed with. */
    public record Side(Catalogue catalogue, Score score) {
        private @Nullable Item item(String code) {
            return score.items().stream()
                    .filter(item -> item.indicator().equals(code))
                    .findFirst()
                    .orElse(null);
        }

        private BigDecimal weight(String code) {
            return catalogue.indicator(code).map(Indicator::weight).orElse(BigDecimal.ZERO);
        }

        private BigDecimal counted(String code) {
            var item = item(code);
            return item == null || item.points() == null ? BigDecimal.ZERO : weight(code);
        }

        private BigDecimal points(String code) {
            var item = item(code);
            return item == null || item.points() == null ? BigDecimal.ZERO : item.points();
        }

        private BigDecimal unlimited() {
            return score.base() == null
                    ? BigDecimal.ZERO
                    : score.base().add(score.bonus()).subtract(score.deduction());
        }
    }

    public static Comparison of(Side before, Side after) {
        boolean rated = before.score().base() != null && after.score().base() != null;
        var codes = new TreeSet<String>();
        before.score().items().forEach(item -> codes.add(item.indicator()));
        after.score().items().forEach(item -> codes.add(item.indicator()));
        var moved = new ArrayList<Moved>();
        for (var code : codes) {
            var one = moved(before, after, code, rated);
            if (differs(one)) {
                moved.add(one);
            }
        }
        return new Comparison(moved, rated ? parts(before, after, moved) : null);
    }

    private static boolean differs(Moved one) {
        boolean same = one.before() != null
                && one.before().equals(one.after())
                && one.weightBefore().compareTo(one.weightAfter()) == 0;
        return !same || (one.contribution() != null && one.contribution().signum() != 0);
    }

    private static Moved moved(Side before, Side after, String code, boolean rated) {
        return new Moved(
                code,
                before.item(code),
                after.item(code),
                before.weight(code),
                after.weight(code),
                rated ? contribution(before, after, code) : null);
    }

    /**
     * With points P over the weight W, {@code P2/W2 - P1/W1} is the sum over the items of
     * {@code (p2 - p1)/W2 - P1 (w2 - w1)/(W1 W2)}: what an item earns more, and what its weight does to the denominator.
     */
    private static BigDecimal contribution(Side before, Side after, String code) {
        var weights = before.score().applicableWeight();
        var weightsAfter = after.score().applicableWeight();
        var earned = after.points(code).subtract(before.points(code)).multiply(weights);
        var denominator = Items.points(before.score().items())
                .multiply(after.counted(code).subtract(before.counted(code)));
        return Decimals.six(
                earned.subtract(denominator).multiply(HUNDRED).divide(weights.multiply(weightsAfter), EXACT_ENOUGH));
    }

    private static Parts parts(Side before, Side after, List<Moved> moved) {
        var items = moved.stream().map(Moved::contribution).reduce(BigDecimal.ZERO, Comparison::plus);
        var bonus = after.score().bonus().subtract(before.score().bonus());
        var deduction = before.score().deduction().subtract(after.score().deduction());
        var limits = limit(after).subtract(limit(before));
        var total = total(after).subtract(total(before));
        var rounding = total.subtract(items).subtract(bonus).subtract(deduction).subtract(limits);
        return new Parts(total, Decimals.six(items), bonus, deduction, limits, Decimals.six(rounding));
    }

    private static BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return (a == null ? BigDecimal.ZERO : a).add(b == null ? BigDecimal.ZERO : b);
    }

    private static BigDecimal limit(Side side) {
        var sum = side.unlimited();
        return sum.max(BigDecimal.ZERO).min(HUNDRED).subtract(sum);
    }

    private static BigDecimal total(Side side) {
        var total = side.score().total();
        return total == null ? BigDecimal.ZERO : total;
    }
}
