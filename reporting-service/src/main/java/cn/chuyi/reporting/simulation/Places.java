package cn.chuyi.reporting.simulation;

import java.util.Arrays;

/** Ranks among totals in hundredths of a point, by counting: 1, 2, 2, 4. */
final class Places {
    private static final int TOTALS = 10_001;

    private final int[] better = new int[TOTALS + 1];

    /** Takes the totals of one draw; those below 0 are not rated. */
    void take(int[] totals) {
        Arrays.fill(better, 0);
        for (int total : totals) {
            if (total >= 0) {
                better[total]++;
            }
        }
        for (int total = TOTALS - 1; total >= 0; total--) {
            better[total] += better[total + 1];
        }
    }

    /** Rank of a total that is among those taken. */
    int of(int total) {
        return 1 + better[total + 1];
    }
}
