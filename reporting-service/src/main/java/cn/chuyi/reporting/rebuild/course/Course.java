package cn.chuyi.reporting.rebuild.course;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the course of one rebuild. Its steps are marked as they begin, one that was over before anybody looked at the
 * next; between two steps there is a mark every half second. The log gets a line for each step and each tenth of the
 * records.
 */
public final class Course implements Progress {
    private static final Logger LOG = Logger.getLogger(Course.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String id;
    private final InstantSource clock;
    private final Estimate estimate;
    private final Listener listener;
    private final Instant started;
    private final List<Mark> steps = new ArrayList<>();
    private Mark last;
    private @Nullable Instant read;
    private long tenths;

    /** Is told of every mark. */
    public interface Listener {
        /**
         * @param steps the marks at which steps began, the first one first
         * @throws RuntimeException when the rebuild shall stop
         */
        void marked(Mark mark, List<Mark> steps);
    }

    public Course(String id, InstantSource clock, Estimate estimate, Listener listener) {
        this.id = id;
        this.clock = clock;
        this.estimate = estimate;
        this.listener = listener;
        this.started = clock.instant();
        this.last = Mark.first(started);
    }

    @Override
    public void at(Phase phase, Count count) {
        var now = clock.instant();
        boolean more = begin(phase, count, now);
        if (more || Duration.between(last.at(), now).compareTo(PAUSE) >= 0) {
            if (!more) {
                last = mark(last.phase(), count, now);
            }
            logTenth();
            listener.marked(last, List.copyOf(steps));
        }
    }

    /** @return whether a step begins */
    private boolean begin(Phase phase, Count count, Instant now) {
        int begun = steps.size();
        while (steps.size() <= phase.ordinal()) {
            var next = Phase.values()[steps.size()];
            if (next != Phase.READING && read == null) {
                read = now;
            }
            last = mark(next, count, now);
            steps.add(last);
            log();
        }
        return steps.size() > begun;
    }

    private Mark mark(Phase phase, Count count, Instant now) {
        var rest = read == null
                ? estimate.whileReading(Duration.between(started, now), count)
                : estimate.afterReading(Duration.between(read, now), count);
        return new Mark(
                last.seq() + 1,
                phase,
                now,
                Duration.between(started, now).toMillis(),
                count.done(),
                count.total(),
                count.facts(),
                count.units(),
                rest == null ? null : rest.toMillis());
    }

    private void logTenth() {
        long reached = last.total() == 0 ? 0 : last.done() * 10 / last.total();
        if (reached > tenths) {
            tenths = reached;
            log();
        }
    }

    private void log() {
        LOG.infof(
                "rebuild %s %s: %d of %d records read, %d facts, %d units, %d ms, %s",
                id,
                last.phase(),
                last.done(),
                last.total(),
                last.facts(),
                last.units(),
                last.elapsedMillis(),
                last.remainingMillis() == null ? "rest unknown" : "about " + last.remainingMillis() + " ms left");
    }
}
