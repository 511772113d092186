package cn.chuyi.reporting.rebuild;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Every night what is live is held against the topics, without changing it. */
@ApplicationScoped
class SelfCheck {
    static final String NAME = "self-check";

    private final Rebuilds rebuilds;
    private final Settings settings;

    SelfCheck(Rebuilds rebuilds, Settings settings) {
        this.rebuilds = rebuilds;
        this.settings = settings;
    }

    @Scheduled(
            identity = NAME,
            cron = "${chuyi.rebuild.self-check.cron}",
            timeZone = "${chuyi.rebuild.self-check.zone}")
    void nightly(ScheduledExecution execution) {
        if (settings.selfCheck().enabled()) {
            check(execution.getScheduledFireTime());
        }
    }

    /** @param due when the schedule wants it, the same for all replicas, of which one does it */
    void check(Instant due) {
        rebuilds.startSelfCheck(due);
    }
}
