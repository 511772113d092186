package cn.chuyi.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Servers, processes and folders of a run, closed in the reverse order of their opening, each once: by the benchmark that
 * is through with them, or by the JVM that is told to stop. What is being opened then is waited for and closed too.
 */
public final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> things = new ArrayDeque<>();
    private boolean closed;

    /** Opens something, possibly slowly. */
    @FunctionalInterface
    public interface Opening<T, X extends Exception> {
        T open() throws X;
    }

    /** @throws IllegalStateException when the run is being stopped */
    public synchronized <T extends AutoCloseable, X extends Exception> T open(Opening<T, X> opening) throws X {
        if (closed) {
            throw new IllegalStateException("the run is being stopped");
        }
        T thing = opening.open();
        things.push(thing);
        return thing;
    }

    /** What is opened within closes with it, and with this at the latest. */
    public Opened within() {
        return open(Opened::new);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Exception failure = null;
        while (!things.isEmpty()) {
            failure = also(failure, things.pop());
        }
        if (failure != null) {
            throw new IllegalStateException("something was not closed in order", failure);
        }
    }

    private static @Nullable Exception also(@Nullable Exception failure, AutoCloseable thing) {
        try {
            thing.close();
            return failure;
        } catch (Exception e) {
            if (failure == null) {
                return e;
            }
            failure.addSuppressed(e);
            return failure;
        }
    }
}
