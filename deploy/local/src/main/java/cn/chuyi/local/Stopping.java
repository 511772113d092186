package cn.chuyi.local;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes with a bounded wait. */
public final class Stopping {

    /** How long a server usually gets. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private Stopping() {}

    public static void gently(Process process) {
        gently(process.toHandle());
    }

    /** As {@link #gently(ProcessHandle, Duration)}, with the usual patience. */
    public static void gently(ProcessHandle process) {
        gently(process, PATIENCE);
    }

    /**
     * Asks the process to end; makes it and its children end when it has not done so in that time.
     *
     * @return whether it ended by itself
     */
    public static boolean gently(ProcessHandle process, Duration patience) {
        process.destroy();
        if (ends(process, patience)) {
            return true;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        ends(process, PATIENCE);
        return false;
    }

    /** Whether the process is gone, waiting at most so long. */
    public static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot watch process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
