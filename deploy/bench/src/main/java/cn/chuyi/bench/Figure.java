package cn.chuyi.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * One measured figure beside its goal.
 *
 * @param name what was measured
 * @param value in {@code unit}; not a number when it could not be measured, which reaches nothing
 * @param unit of value and goal; empty for a ratio
 * @param goal what is promised
 * @param reference what it was measured beside in the same run, in words
 */
public record Figure(String name, double value, String unit, Goal goal, String reference) {

    /** A bound that is promised. */
    public sealed interface Goal {
        record AtMost(double bound) implements Goal {}

        record AtLeast(double bound) implements Goal {}

        /** To be found at all. */
        record Found() implements Goal {}
    }

    public static Figure atMost(String name, double value, String unit, double bound, String reference) {
        return new Figure(name, value, unit, new Goal.AtMost(bound), reference);
    }

    public static Figure atLeast(String name, double value, String unit, double bound, String reference) {
        return new Figure(name, value, unit, new Goal.AtLeast(bound), reference);
    }

    static Figure seconds(String name, Duration value, double bound, String reference) {
        return atMost(name, value.toMillis() / 1000.0, "s", bound, reference);
    }

    /** Of a benchmark that broke off. */
    static Figure none(String benchmark, Exception failure) {
        var why = failure.toString().lines().findFirst().orElse("").replace('|', '/');
        return new Figure(benchmark, Double.NaN, "", new Goal.Found(), "it broke off: " + why);
    }

    boolean reached() {
        return switch (goal) {
            case Goal.AtMost(double bound) -> value <= bound;
            case Goal.AtLeast(double bound) -> value >= bound;
            case Goal.Found() -> !Double.isNaN(value);
        };
    }

    String row() {
        return "| %s | %s | %s | %s | %s |"
                .formatted(name, number(value), promised(), reached() ? "reached" : "MISSED", reference);
    }

    private String promised() {
        return switch (goal) {
            case Goal.AtMost(double bound) -> "<= " + number(bound);
            case Goal.AtLeast(double bound) -> ">= " + number(bound);
            case Goal.Found() -> "a figure";
        };
    }

    private String number(double number) {
        if (Double.isNaN(number)) {
            return "none";
        }
        int decimals = unit.isEmpty() && Math.abs(number) < 10 ? 2 : 1;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", number, unit)
                .strip();
    }
}
