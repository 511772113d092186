package cn.chuyi.reporting.rebuild.course;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild was at an instant.
 *
 * @param seq counts the marks of a rebuild from 0
 * @param elapsedMillis since it started
 * @param done records read
 * @param total records to read; 0 before it is known
 * @param facts that were in them
 * @param units scored
 * @param remainingMillis about what it takes yet; absent where nothing tells
 */
public record Mark(
        long seq,
        Phase phase,
        Instant at,
        long elapsedMillis,
        long done,
        long total,
        long facts,
        int units,
        @Nullable Long remainingMillis) {

    /** Before anything is done. */
    public static Mark first(Instant at) {
        return new Mark(0, Phase.READING, at, 0, 0, 0, 0, 0, null);
    }
}
