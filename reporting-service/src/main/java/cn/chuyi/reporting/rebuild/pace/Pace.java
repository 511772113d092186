package cn.chuyi.reporting.rebuild.pace;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How fast a rebuild works: while others ask it rests after each slice of work, for a multiple of the time that the slice
 * took, so that the machine is mostly theirs. While nobody asks it does not rest. Each thread has its own slices.
 */
public final class Pace {
    /** Never rests. */
    public static final Pace FULL = new Pace(() -> false, 0);

    static final long SLICE = TimeUnit.MILLISECONDS.toNanos(1);
    static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(40);

    private final BooleanSupplier asked;
    private final int rest;
    private final LongSupplier clock;
    private final LongConsumer sleep;
    private final ThreadLocal<Long> begun;

    /**
     * @param asked whether others ask
     * @param rest for how many times as long as it has worked a thread rests; 0 never rests
     */
    public Pace(BooleanSupplier asked, int rest) {
        this(asked, rest, System::nanoTime, LockSupport::parkNanos);
    }

    Pace(BooleanSupplier asked, int rest, LongSupplier clock, LongConsumer sleep) {
        this.asked = asked;
        this.rest = rest;
        this.clock = clock;
        this.sleep = sleep;
        this.begun = ThreadLocal.withInitial(clock::getAsLong);
    }

    /** To be called between small pieces of work; takes no time while nobody asks. */
    public void keep() {
        if (rest == 0) {
            return;
        }
        long worked = clock.getAsLong() - begun.get();
        if (worked < SLICE) {
            return;
        }
        if (asked.getAsBoolean()) {
            sleep.accept(Math.min(worked * rest, LONGEST_REST));
        }
        begun.set(clock.getAsLong());
    }
}
