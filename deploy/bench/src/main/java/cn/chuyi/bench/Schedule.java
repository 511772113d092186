package cn.chuyi.bench;

import java.util.concurrent.TimeUnit;

/**
 * When each of many things is meant to begin: evenly, whether or not the ones before are through.
 *
 * @param begin of the first, by {@link System#nanoTime()}
 */
public record Schedule(long begin, int perSecond) {

    public long intended(int which) {
        return begin + TimeUnit.SECONDS.toNanos(which) / perSecond;
    }
}
