package cn.chuyi.reporting.board;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the last look has found, while that is not long ago and nothing was changed here since; else that of another look. */
final class RecentLook<T extends @Nullable Object> {
    private final SharedLook<T> look;
    private final LongSupplier changes;
    private final LongSupplier nanos;
    private final long longest;
    private volatile @Nullable Seen<T> seen;

    /**
     * @param changes as they were when it began
     * @param begun by the clock
     */
    private record Seen<T extends @Nullable Object>(
            @Nullable T found, long changes, long begun) {}

    /**
     * @param changes a number that is another one after each change
     * @param nanos the clock, as {@link System#nanoTime()}
     */
    RecentLook(Supplier<T> look, LongSupplier changes, LongSupplier nanos, Duration longest) {
        this.look = new SharedLook<>(() -> seen(look));
        this.changes = changes;
        this.nanos = nanos;
        this.longest = longest.toNanos();
    }

    private T seen(Supplier<T> anew) {
        long changed = changes.getAsLong();
        long begun = nanos.getAsLong();
        T found = anew.get();
        seen = new Seen<>(found, changed, begun);
        return found;
    }

    @Nullable
    T get() {
        var last = seen;
        return last != null && last.changes() == changes.getAsLong() && nanos.getAsLong() - last.begun() < longest
                ? last.found()
                : anew();
    }

    /** For one who knows of something that may be newer than the last look. */
    @Nullable
    T anew() {
        return look.get();
    }
}
