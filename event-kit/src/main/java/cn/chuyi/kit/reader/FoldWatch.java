package cn.chuyi.kit.reader;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;

/** Who waits for facts to be folded hears at once when this process has. What another replica folds is not heard here. */
@ApplicationScoped
public class FoldWatch {
    private static final int MOST_STREAMS = 10_000;

    private final Set<Waiting> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> lately = new LinkedHashMap<>(16, 0.75f, true);

    /** One who waits, from {@link FoldWatch#expect} until it is closed. */
    public final class Waiting implements AutoCloseable {
        private final Map<String, Long> missing;
        private final CountDownLatch heard = new CountDownLatch(1);

        private Waiting(Map<String, Long> versions) {
            this.missing = new ConcurrentHashMap<>(versions);
        }

        private void folded(Map<String, Long> seen) {
            missing.entrySet().removeIf(one -> seen.getOrDefault(one.getKey(), 0L) >= one.getValue());
            if (missing.isEmpty()) {
                heard.countDown();
            }
        }

        /** True as soon as all that is waited for is folded and committed; false after a while. */
        public boolean await(Duration longest) {
            try {
                return heard.await(longest.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            all.remove(this);
        }
    }

    /**
     * Begins to listen. What was folded before is not heard any more: look for it after this.
     *
     * @param versions by stream
     */
    public Waiting expect(Map<String, Long> versions) {
        var waiting = new Waiting(versions);
        all.add(waiting);
        return waiting;
    }

    /**
     * Whether this process has lately folded what comes before in each of the streams, so that it will probably fold this
     * too, and soon.
     *
     * @param versions by stream
     */
    public boolean isNear(Map<String, Long> versions) {
        return lately(versions, (last, version) -> last < version);
    }

    /**
     * Whether this process has folded all of that, and committed it. When not, another one may have.
     *
     * @param versions by stream
     */
    public boolean isFolded(Map<String, Long> versions) {
        return lately(versions, (last, version) -> last >= version);
    }

    private boolean lately(Map<String, Long> versions, BiPredicate<Long, Long> condition) {
        synchronized (lately) {
            return versions.entrySet().stream().allMatch(one -> {
                var last = lately.get(one.getKey());
                return last != null && condition.test(last, one.getValue());
            });
        }
    }

    /** Whether somebody waits for a fact of one of these streams that is not folded yet. */
    public boolean isAwaited(Collection<String> streams) {
        return all.stream().anyMatch(waiting -> streams.stream().anyMatch(waiting.missing::containsKey));
    }

    /** @param seen last version of each stream, committed */
    void folded(Map<String, Long> seen) {
        synchronized (lately) {
            lately.putAll(seen);
            var eldest = lately.keySet().iterator();
            while (lately.size() > MOST_STREAMS) {
                eldest.next();
                eldest.remove();
            }
        }
        all.forEach(waiting -> waiting.folded(seen));
    }
}
