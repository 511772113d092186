package cn.chuyi.local.demo.client;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes through by itself in a moment. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Patience() {}

    /**
     * Tries until it is so.
     *
     * @param what what is waited for, in words
     * @throws IllegalStateException when it is not so after a minute
     */
    public static void until(String what, BooleanSupplier isSo) {
        long giveUp = System.nanoTime() + LIMIT.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("waited a minute in vain until " + what);
            }
            Wire.pause(PAUSE);
        }
    }
}
