package cn.chuyi.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Does things at a fixed rate, each in a thread of its own: a slow one does not keep the next from beginning, and each is
 * timed from when it was meant to begin.
 */
public final class OpenLoop {
    private OpenLoop() {}

    /** One of the things. */
    @FunctionalInterface
    public interface Task {
        /** @param intended when it was meant to begin, by {@link System#nanoTime()} */
        void run(int which, long intended) throws Exception;
    }

    /**
     * Returns when all are done.
     *
     * @throws IllegalStateException when one failed
     */
    public static Latencies run(int perSecond, int count, Task task) throws InterruptedException {
        var nanos = new long[count];
        var failure = new AtomicReference<Throwable>();
        var schedule = new Schedule(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50), perSecond);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count && failure.get() == null; i++) {
                int which = i;
                long intended = schedule.intended(which);
                sleepUntil(intended);
                threads.execute(() -> {
                    try {
                        task.run(which, intended);
                        nanos[which] = System.nanoTime() - intended;
                    } catch (Exception e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("a request of the load failed", failure.get());
        }
        return Latencies.of(nanos);
    }

    private static void sleepUntil(long moment) throws InterruptedException {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
