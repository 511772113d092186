package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.reporting.rebuild.Run.State;
import cn.chuyi.reporting.rebuild.log.Log.TruncatedLogException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Only only;
    private final Rebuild rebuild;
    private final Runs runs;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild").daemon().factory());
    private volatile boolean stopping;

    Rebuilds(Only only, Rebuild rebuild, Runs runs) {
        this.only = only;
        this.rebuild = rebuild;
        this.runs = runs;
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
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        try {
            runs.bury();
            runs.begin(id, dryRun, requestedBy);
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
            var report = rebuild.run(id, dryRun, new Watch(id));
            runs.finish(id, State.DONE, report, null);
        } catch (CancellationException e) {
            runs.finish(id, State.CANCELLED, null, null);
        } catch (TruncatedLogException e) {
            runs.finish(id, State.FAILED, null, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "rebuild %s failed", id);
            runs.finish(id, State.FAILED, null, e.toString());
        }
    }

    /** Writes progress down now and then, and stops the run when somebody asked for it. */
    private final class Watch implements Progress {
        private final String id;
        private long reported = System.nanoTime() - REPORT_NANOS;

        Watch(String id) {
            this.id = id;
        }

        @Override
        public void read(long done, long total) {
            long now = System.nanoTime();
            if (done < total && now - reported < REPORT_NANOS) {
                return;
            }
            reported = now;
            if (runs.advance(id, done, total) || stopping) {
                throw new CancellationException("cancelled");
            }
        }
    }
}
