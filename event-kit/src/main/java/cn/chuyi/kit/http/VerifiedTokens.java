package cn.chuyi.kit.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom the tokens stand for that were verified last, each until it expires and for a minute at most.
 *
 * @param <I> whom a token stands for
 */
final class VerifiedTokens<I> {
    static final Duration LONGEST = Duration.ofMinutes(1);
    static final int MOST = 300;

    private final Clock clock;
    private final Map<String, Verified<I>> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified<I>> eldest) {
            return size() > MOST;
        }
    };

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    private record Verified<I>(I whom, Instant until) {}

    /** Absent for a token that has to be verified. */
    synchronized @Nullable I of(String token) {
        Verified<I> found = known.get(token);
        if (found == null) {
            return null;
        }
        if (!clock.instant().isBefore(found.until())) {
            known.remove(token);
            return null;
        }
        return found.whom();
    }

    synchronized void keep(String token, I whom, Instant expiry) {
        Instant latest = clock.instant().plus(LONGEST);
        known.put(token, new Verified<>(whom, expiry.isBefore(latest) ? expiry : latest));
    }
}
