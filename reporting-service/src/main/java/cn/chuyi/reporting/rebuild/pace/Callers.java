package cn.chuyi.reporting.rebuild.pace;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Whether the service is being asked: a request is under way, or was a moment ago. */
public final class Callers {
    static final long MOMENT = Duration.ofSeconds(1).toNanos();

    private final AtomicInteger underWay = new AtomicInteger();
    private final LongSupplier clock;
    private volatile long last;

    public Callers() {
        this(System::nanoTime);
    }

    Callers(LongSupplier clock) {
        this.clock = clock;
        this.last = clock.getAsLong() - MOMENT;
    }

    public void come() {
        underWay.incrementAndGet();
    }

    public void go() {
        last = clock.getAsLong();
        underWay.decrementAndGet();
    }

    public boolean ask() {
        return underWay.get() > 0 || clock.getAsLong() - last < MOMENT;
    }
}
