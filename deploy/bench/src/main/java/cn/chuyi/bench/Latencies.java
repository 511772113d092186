package cn.chuyi.bench;

import java.util.Arrays;

/**
 * How long many things took, exactly.
 *
 * @param nanos in order, shortest first
 */
public record Latencies(long[] nanos) {
    private static final double MILLION = 1e6;

    /** @param nanos in any order */
    public static Latencies of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** As one, with those of another round. */
    public Latencies and(Latencies other) {
        var all = Arrays.copyOf(nanos, nanos.length + other.nanos.length);
        System.arraycopy(other.nanos, 0, all, nanos.length, other.nanos.length);
        return of(all);
    }

    /**
     * The shortest that so many percent did not exceed, in milliseconds; not a number when nothing was measured.
     *
     * @param percent above 0, at most 100
     */
    public double millis(double percent) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * nanos.length);
        return nanos[Math.max(1, rank) - 1] / MILLION;
    }
}
