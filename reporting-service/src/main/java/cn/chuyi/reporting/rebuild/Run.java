package cn.chuyi.reporting.rebuild;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild.
 *
 * @param dryRun only compares, swaps nothing
 * @param done records read
 * @param total records to read; 0 before it is known
 * @param units scores that were compared
 * @param roots one digest a cycle; empty before the end
 * @param differences between what is live and what was rebuilt; empty when they are the same
 * @param failure why it failed; absent otherwise
 */
record Run(
        String id,
        boolean dryRun,
        State state,
        @Nullable String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long done,
        long total,
        int units,
        List<Root> roots,
        List<Difference> differences,
        @Nullable String failure) {

    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
