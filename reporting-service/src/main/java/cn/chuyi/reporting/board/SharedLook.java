package cn.chuyi.reporting.board;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One look for all who ask at the same time. Who comes while somebody looks may know of something that this look has missed;
 * he waits for the next one, with all who come meanwhile.
 */
final class SharedLook<T extends @Nullable Object> {
    private final Supplier<T> look;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Round<T> next = new Round<>();

    /** Those who share a look that had not begun when they came. */
    private static final class Round<T extends @Nullable Object> {
        private boolean over;
        private @Nullable T found;
    }

    SharedLook(Supplier<T> look) {
        this.look = look;
    }

    /** What a look finds that begins now or later; one that fails is the failure of him alone who looked. */
    @Nullable
    T get() {
        var mine = next;
        turn.lock();
        try {
            if (!mine.over) {
                next = new Round<>();
                mine.found = look.get();
                mine.over = true;
            }
            return mine.found;
        } finally {
            turn.unlock();
        }
    }
}
