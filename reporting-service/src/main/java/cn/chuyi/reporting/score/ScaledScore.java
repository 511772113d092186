package cn.chuyi.reporting.score;

import cn.chuyi.reporting.score.FindingRule.Effect;
import cn.chuyi.reporting.score.FindingRule.Veto;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One unit's score as a function of the weights alone: what does not depend on them is worked out once, and the rest is
 * integers. It gives exactly what {@link Score#of} gives with a catalogue of those weights.
 *
 * <p>Weights are in millionths, by the catalogue's indicators in their order; their sum is at most {@link #MOST}.
 */
public final class ScaledScore {
    /** The greatest sum of weights with which no product leaves 64 bits. */
    public static final long MOST = 1_000 * 1_000_000L;

    /** The total of a unit that is not rated. */
    public static final int NOT_RATED = -1;

    private static final long MILLION = 1_000_000;
    private static final long THOUSAND = 1_000;
    private static final long HUNDRED_POINTS = 100 * MILLION;
    private static final long HUNDREDTH = 10_000;
    private static final int NONE = -1;

    private final long[] shares;
    private final boolean[] discounted;
    private final long[] reported;
    private final long[] verified;
    private final long floor;
    private final long added;
    private final long[] bands;
    private final List<Effect> vetoes;

    private ScaledScore(Catalogue catalogue, Map<String, Standing> standing, List<String> findings) {
        var indicators = catalogue.indicators();
        this.shares = new long[indicators.size()];
        this.discounted = new boolean[indicators.size()];
        this.reported = new long[indicators.size()];
        this.verified = new long[indicators.size()];
        for (int i = 0; i < shares.length; i++) {
            var indicator = indicators.get(i);
            var facts = standing.getOrDefault(indicator.code(), Standing.NOTHING);
            var item = Items.item(indicator, facts, BigDecimal.ONE);
            shares[i] = item.share() == null ? NONE : millionths(item.share());
            discounted[i] = item.state() == Item.State.REPORTED;
            for (var line : Credibility.lines(catalogue, Map.of(indicator.code(), facts))) {
                reported[i] = millionths(line.reported());
                verified[i] = millionths(line.verified());
            }
        }
        var tally = Tally.of(catalogue, findings);
        this.floor = millionths(
                Decimals.six(catalogue.credibilityFloor().min(BigDecimal.ONE).max(BigDecimal.ZERO)));
        this.added = millionths(tally.bonus().subtract(tally.deduction()));
        this.bands = catalogue.bands().stream()
                .mapToLong(band -> band.from()
                        .movePointRight(2)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact())
                .toArray();
        this.vetoes = tally.vetoes().stream()
                .sorted(Comparator.comparing(Veto::effect).thenComparing(Veto::code))
                .map(Veto::effect)
                .toList();
    }

    /** @throws InvalidInputException if a value or finding cannot be read by the catalogue */
    public static ScaledScore of(Catalogue catalogue, Map<String, Standing> standing, List<String> findings) {
        return new ScaledScore(catalogue, standing, findings);
    }

    /** The catalogue's weights in millionths; what is finer is rounded. */
    public static long[] weights(Catalogue catalogue) {
        return catalogue.indicators().stream()
                .mapToLong(indicator -> millionths(Decimals.six(indicator.weight())))
                .toArray();
    }

    /** The least weight that must apply, in millionths, rounded up. */
    public static long minimum(Catalogue catalogue) {
        return millionths(catalogue.minimumApplicableWeight().setScale(6, RoundingMode.CEILING));
    }

    /**
     * @param minimum of the applicable weight, in millionths
     * @return hundredths of a point, or {@link #NOT_RATED}
     */
    public int total(long[] weights, long minimum) {
        long credibility = credibility(weights);
        long applicable = 0;
        long points = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != NONE) {
                long share = discounted[i] ? rounded(shares[i] * credibility, MILLION) : shares[i];
                applicable += weights[i];
                points += rounded(weights[i] * share, MILLION);
            }
        }
        if (applicable == 0 || applicable < minimum) {
            return NOT_RATED;
        }
        long sum = rounded(points * HUNDRED_POINTS, applicable) + added;
        return (int) rounded(Math.clamp(sum, 0, HUNDRED_POINTS), HUNDREDTH);
    }

    /** Index of the grade's band, best first, after the vetoes. */
    public int band(int total) {
        int lowest = bands.length - 1;
        int band = 0;
        while (band < lowest && bands[band] > total) {
            band++;
        }
        for (var effect : vetoes) {
            band = switch (effect) {
                case NOT_EXCELLENT -> Math.min(Math.max(band, 1), lowest);
                case DEMOTE -> Math.min(band + 1, lowest);
                case NOT_QUALIFIED -> lowest;
            };
        }
        return band;
    }

    private long credibility(long[] weights) {
        long stated = 0;
        long confirmed = 0;
        for (int i = 0; i < weights.length; i++) {
            stated += weights[i] * reported[i];
            confirmed += weights[i] * verified[i];
        }
        return stated == 0 || confirmed >= stated ? MILLION : Math.max(floor, ratio(confirmed, stated));
    }

    /** {@code round(1000000 a / b)} for {@code a < b}, in two steps of three digits, which stay within 64 bits. */
    private static long ratio(long a, long b) {
        long first = a * THOUSAND;
        long second = first % b * THOUSAND;
        long rest = second % b;
        return first / b * THOUSAND + second / b + (rest >= b - rest ? 1 : 0);
    }

    /** Half up; neither is below 0. */
    private static long rounded(long a, long b) {
        long rest = a % b;
        return a / b + (rest >= b - rest ? 1 : 0);
    }

    private static long millionths(BigDecimal number) {
        return number.movePointRight(6).longValueExact();
    }
}
