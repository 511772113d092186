package cn.chuyi.bench.reads;

import cn.chuyi.bench.suite.Caller;
import cn.chuyi.bench.suite.RunningSuite;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Rebuilds of all scores, one after the other, until it is closed. */
final class Rebuilding implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final RunningSuite suite;
    private final Caller admin;
    private final AtomicInteger done = new AtomicInteger();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> running;
    private volatile boolean closed;

    Rebuilding(RunningSuite suite) throws IOException, InterruptedException {
        this.suite = suite;
        this.admin = new Caller(suite, "admin-ops");
        this.running = thread.submit(() -> {
            while (!closed) {
                rebuild();
            }
            return null;
        });
    }

    int done() {
        return done.get();
    }

    private void rebuild() throws IOException, InterruptedException {
        var run = admin.read(admin.post(suite.uri(RunningSuite.REPORTING, "rebuilds"), ""));
        var uri = suite.uri(RunningSuite.REPORTING, "rebuilds/" + run.path("id").asText());
        while (run.path("state").asText().equals("RUNNING")) {
            Thread.sleep(PAUSE_MILLIS);
            run = admin.read(admin.get(uri));
        }
        if (!run.path("state").asText().equals("DONE")) {
            throw new IOException("a rebuild failed: " + run);
        }
        done.incrementAndGet();
    }

    /** Returns when the last rebuild has come to its end. */
    @Override
    public void close() throws Exception {
        closed = true;
        try (thread) {
            running.get();
        }
    }
}
