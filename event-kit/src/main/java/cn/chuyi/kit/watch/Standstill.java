package cn.chuyi.kit.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when one piece of work has not moved. Work that moves is not stuck, however much of it is left; neither is
 * nothing to do.
 *
 * @param progress how far the work was when last seen
 * @param since when it was first seen there with more to do; absent while it moves or is done
 */
record Standstill(long progress, @Nullable Instant since) {
    static final Standstill NONE = new Standstill(-1, null);

    Standstill seen(long now, boolean more, Instant at) {
        if (!more) {
            return new Standstill(now, null);
        }
        return since != null && now == progress ? this : new Standstill(now, at);
    }

    Duration lasting(Instant at) {
        return since == null ? Duration.ZERO : Duration.between(since, at);
    }
}
