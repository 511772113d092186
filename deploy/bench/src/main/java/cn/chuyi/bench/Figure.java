package cn.chuyi.bench;

import java.util.Locale;

/**
 * One measured figure beside its goal.
 *
 * @param name what was measured
 * @param value in {@code unit}
 * @param goal the most that is promised, in the same unit
 * @param reference what it was measured beside in the same run, in words
 */
record Figure(String name, double value, String unit, double goal, String reference) {

    boolean reached() {
        return value <= goal;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f %s | <= %.0f %s | %s | %s |",
                name,
                value,
                unit,
                goal,
                unit,
                reached() ? "reached" : "MISSED",
                reference);
    }
}
