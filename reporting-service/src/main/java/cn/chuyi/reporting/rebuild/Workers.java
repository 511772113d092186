package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.rebuild.pace.Pace;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Steps that go on side by side. When one fails, or whoever watches wants to stop, all stop, and nobody goes on before
 * the last of them has.
 */
public final class Workers implements AutoCloseable {
    private static final long GLANCE_MILLIS = 100;

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("rebuild-", 0).daemon().factory());
    private final Pace pace;
    private volatile boolean stopping;

    /** Whose steps never rest. */
    public Workers() {
        this(Pace.FULL);
    }

    public Workers(Pace pace) {
        this.pace = pace;
    }

    /** To be called by steps between small pieces of work; they may rest here. */
    public void checkpoint() {
        if (stopping) {
            throw new CancellationException("stopped");
        }
        pace.keep();
    }

    /** Runs the same step several times over. */
    public void run(int times, IntConsumer step, Runnable glance) {
        run(
                IntStream.range(0, times)
                        .<Runnable>mapToObj(number -> () -> step.accept(number))
                        .toList(),
                glance);
    }

    /** @param glance is called by this thread now and then, and when all is done; what it throws stops all */
    public void run(List<Runnable> steps, Runnable glance) {
        var futures = steps.stream().<Future<?>>map(threads::submit).toList();
        try {
            while (!done(futures)) {
                glance.run();
            }
            glance.run();
        } catch (RuntimeException e) {
            stopping = true;
            futures.forEach(Workers::settle);
            throw e;
        }
    }

    /** Waits a moment; throws what made a step fail. */
    private static boolean done(List<Future<?>> futures) {
        var failure = futures.stream()
                .filter(future -> future.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .findFirst();
        if (failure.isPresent()) {
            throw failure.get() instanceof RuntimeException known ? known : new IllegalStateException(failure.get());
        }
        var open = futures.stream().filter(future -> !future.isDone()).findFirst();
        open.ifPresent(future -> await(future, GLANCE_MILLIS));
        return open.isEmpty();
    }

    private static void settle(Future<?> future) {
        await(future, null);
    }

    private static void await(Future<?> future, @Nullable Long millis) {
        try {
            if (millis == null) {
                future.get();
            } else {
                future.get(millis, TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            // the caller looks at the state
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
