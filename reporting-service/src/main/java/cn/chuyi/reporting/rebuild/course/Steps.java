package cn.chuyi.reporting.rebuild.course;

import java.util.EnumMap;
import java.util.Map;

/** Steps that go on side by side, and the first of their phases that is not done. */
public final class Steps {
    private final Map<Phase, Integer> open = new EnumMap<>(Phase.class);
    private Phase ended = Phase.READING;

    /** A step counts from now on, until what this answers has run. */
    public synchronized Runnable plan(Phase phase, Runnable step) {
        open.merge(phase, 1, Integer::sum);
        return () -> {
            step.run();
            end(phase);
        };
    }

    private synchronized void end(Phase phase) {
        open.computeIfPresent(phase, (_, steps) -> steps == 1 ? null : steps - 1);
        ended = phase.compareTo(ended) > 0 ? phase : ended;
    }

    /** Before any is planned it is reading; when all are done it is the last. */
    public synchronized Phase first() {
        return open.keySet().stream().findFirst().orElse(ended);
    }
}
