package cn.chuyi.assessment.procedure;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time limits of one cycle: the procedure's defaults, where the cycle has not set its own.
 *
 * @param set by the name of the limit
 */
public record Timetable(WorkingDays days, Map<String, Amount> set) {

    /**
     * What a cycle set.
     *
     * @param amount not negative
     */
    public record Amount(int amount, Span unit) {}

    public Timetable {
        set = Map.copyOf(set);
    }

    /** The limit as it holds in this cycle. */
    public TimeLimit inForce(TimeLimit limit) {
        Amount own = set.get(limit.step());
        return own == null ? limit : limit.of(own.amount(), own.unit());
    }

    /**
     * The last day of a limit.
     *
     * @param since date of each fact so far, by wire name
     * @return absent when there is no limit, or the fact that starts it has not happened
     */
    public @Nullable DueDate last(@Nullable TimeLimit limit, Map<String, LocalDate> since) {
        LocalDate anchor = limit == null ? null : since.get(limit.anchor());
        if (limit == null || anchor == null) {
            return null;
        }
        TimeLimit own = inForce(limit);
        return days.after(anchor, own.amount(), own.unit());
    }

    /** Whether a waiting window has expired by {@code today}. */
    public boolean isOver(@Nullable TimeLimit window, Map<String, LocalDate> since, LocalDate today) {
        if (window == null || inForce(window).amount() == 0) {
            return true;
        }
        DueDate last = last(window, since);
        return last != null && today.isAfter(last.on());
    }
}
