package cn.chuyi.reporting.rebuild.course;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a rebuild takes yet: what is left to read at the pace so far, and for the steps after reading what they took the
 * last time, by record.
 *
 * @param after what the steps after reading took the last time
 * @param records that were read then; 0 where there was no last time
 */
public record Estimate(Duration after, long records) {
    public static final Estimate NONE = new Estimate(Duration.ZERO, 0);

    /** @param elapsed since reading began */
    @Nullable
    Duration whileReading(Duration elapsed, Count count) {
        if (count.done() == 0) {
            return null;
        }
        return scaled(elapsed, count.total() - count.done(), count.done()).plus(steps(count));
    }

    /** @param elapsed since reading ended */
    @Nullable
    Duration afterReading(Duration elapsed, Count count) {
        if (records == 0) {
            return null;
        }
        var left = steps(count).minus(elapsed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration steps(Count count) {
        return records == 0 ? Duration.ZERO : scaled(after, count.total(), records);
    }

    private static Duration scaled(Duration time, long times, long by) {
        return Duration.ofMillis(Math.multiplyExact(time.toMillis(), times) / by);
    }
}
