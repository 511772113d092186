package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.rebuild.course.Estimate;
import cn.chuyi.reporting.rebuild.course.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild.
 *
 * @param dryRun only compares, swaps nothing
 * @param requestedBy absent for a self-check
 * @param progress how far it is, or was when it ended; absent of runs from before there were marks
 * @param steps the marks at which its steps began, the first one first
 * @param units scores that were compared
 * @param roots one digest a cycle; empty before the end
 * @param differences between what is live and what was rebuilt; empty when they are the same
 * @param failure why it failed; absent otherwise
 */
record Run(
        String id,
        Trigger trigger,
        boolean dryRun,
        State state,
        @Nullable String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Mark progress,
        List<Mark> steps,
        int units,
        List<Root> roots,
        List<Difference> differences,
        @Nullable String failure) {

    enum State {
        RUNNING(new Text("进行中", "is under way")),
        DONE(new Text("已完成", "is done")),
        CANCELLED(new Text("已取消", "was cancelled")),
        FAILED(new Text("已失败", "has failed"));

        private final Text label;

        State(Text label) {
            this.label = label;
        }

        Text label() {
            return label;
        }
    }

    enum Trigger {
        /** A person. */
        REQUEST,
        /** The schedule. */
        SELF_CHECK
    }

    boolean over() {
        return state != State.RUNNING;
    }

    /** What it tells of the next one. */
    Estimate estimate() {
        if (progress == null || finishedAt == null || steps.size() < 2) {
            return Estimate.NONE;
        }
        return new Estimate(Duration.between(steps.get(1).at(), finishedAt), progress.total());
    }
}
