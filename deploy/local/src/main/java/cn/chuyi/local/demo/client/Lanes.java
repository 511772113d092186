package cn.chuyi.local.demo.client;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does things side by side, a few at a time; what belongs to one thing stays in order, in one lane. */
public final class Lanes {

    private static final int WIDTH = 8;

    private Lanes() {}

    /** Does both at once, and returns when both are done. */
    public static void sideBySide(Runnable one, Runnable other) {
        forEach(List.of(one, other), Runnable::run);
    }

    /** @throws RuntimeException the first failure; what had not begun by then is not begun */
    public static <T> void forEach(Collection<T> things, Consumer<T> work) {
        try (var pool = Executors.newFixedThreadPool(WIDTH)) {
            var begun = things.stream()
                    .<Future<?>>map(thing -> pool.submit(() -> work.accept(thing)))
                    .toList();
            try {
                for (var one : begun) {
                    one.get();
                }
            } catch (ExecutionException e) {
                pool.shutdownNow();
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the load was stopped", e);
            }
        }
    }
}
