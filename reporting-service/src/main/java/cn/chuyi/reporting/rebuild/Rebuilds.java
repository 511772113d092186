package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.reporting.ledger.Changes;
import cn.chuyi.reporting.rebuild.Only.Held;
import cn.chuyi.reporting.rebuild.Run.State;
import cn.chuyi.reporting.rebuild.Run.Trigger;
import cn.chuyi.reporting.rebuild.course.Course;
import cn.chuyi.reporting.rebuild.log.Log.TruncatedLogException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts rebuilds, one at a time in all replicas, and keeps their record. */
@ApplicationScoped
class Rebuilds {
    private static final Logger LOG = Logger.getLogger(Rebuilds.class);

    private final Only only;
    private final Rebuild rebuild;
    private final Runs runs;
    private final Clock clock;
    private final Changes changes;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild").daemon().factory());
    private volatile boolean stopping;

    Rebuilds(Only only, Rebuild rebuild, Runs runs, Clock clock, Changes changes) {
        this.changes = changes;
        this.only = only;
        this.rebuild = rebuild;
        this.runs = runs;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        worker.shutdown();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("a rebuild is still under way; the next start sweeps up what it leaves");
        }
    }

    /**
     * @return the id of the new run
     * @throws ProblemException 409 when one is under way
     */
    String start(boolean dryRun, @Nullable String requestedBy) {
        var lock = only.tryLock();
        if (lock == null) {
            throw new ProblemException(
                    409,
                    "REBUILD_UNDER_WAY",
                    new Text("已有重算在进行。", "A rebuild is under way."),
                    new Text("请等待其完成，或先取消。", "Wait until it is done, or cancel it."),
                    null);
        }
        return start(lock, Trigger.REQUEST, dryRun, requestedBy);
    }

    /**
     * Only compares, once for all replicas.
     *
     * @param due when the schedule wanted it
     * @return the id of the new run; absent when there is one since, or another rebuild is under way
     */
    @Nullable
    String startSelfCheck(Instant due) {
        var lock = only.tryLock();
        if (lock == null) {
            LOG.info("no self-check: a rebuild is under way");
            return null;
        }
        boolean done;
        try {
            done = runs.selfCheckedSince(due);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        if (done) {
            lock.close();
            return null;
        }
        return start(lock, Trigger.SELF_CHECK, true, null);
    }

    private String start(Held lock, Trigger trigger, boolean dryRun, @Nullable String requestedBy) {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        try {
            runs.bury();
            runs.begin(id, trigger, dryRun, requestedBy);
            worker.execute(() -> {
                try (lock) {
                    run(id, dryRun);
                }
            });
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return id;
    }

    private void run(String id, boolean dryRun) {
        try {
            rebuild.sweep();
            var report = rebuild.run(id, dryRun, course(id));
            changes.tell();
            runs.finish(id, State.DONE, report, null);
            tell(id, report.differences());
        } catch (CancellationException e) {
            runs.finish(id, State.CANCELLED, null, null);
        } catch (TruncatedLogException e) {
            LOG.errorf("rebuild %s failed: %s", id, e.getMessage());
            runs.finish(id, State.FAILED, null, e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "rebuild %s failed", id);
            runs.finish(id, State.FAILED, null, e.toString());
        }
    }

    /** Writes every mark down, and stops the run when somebody asked for it. */
    private Course course(String id) {
        return new Course(id, clock, runs.estimate(), (mark, steps) -> {
            if (runs.advance(id, mark, steps) || stopping) {
                throw new CancellationException("cancelled");
            }
        });
    }

    private static void tell(String id, List<Difference> differences) {
        if (!differences.isEmpty()) {
            LOG.errorf(
                    "rebuild %s: %d scores are not what the topics say: %s",
                    id, differences.size(), Difference.units(differences));
        }
    }
}
