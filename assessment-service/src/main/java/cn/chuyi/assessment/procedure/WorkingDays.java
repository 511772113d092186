package cn.chuyi.assessment.procedure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The working days of the State Council's yearly notices. Outside the loaded range a weekday counts as a working day,
 * and what was computed with it is provisional.
 *
 * @param holidays days off, weekends among them or not
 * @param workingWeekends Saturdays and Sundays that are worked
 */
public record WorkingDays(
        LocalDate loadedFrom, LocalDate loadedUntil, Set<LocalDate> holidays, Set<LocalDate> workingWeekends) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
        workingWeekends = Set.copyOf(workingWeekends);
    }

    /**
     * The last day of a limit. It does not count the day of the anchor; a last day that is not worked moves to the next
     * one that is.
     */
    public DueDate after(LocalDate anchor, int amount, Span unit) {
        LocalDate last = switch (unit) {
            case D -> anchor.plusDays(amount);
            case MONTH -> anchor.plusMonths(amount);
            case WD -> worked(anchor, amount);
        };
        while (!isWorked(last)) {
            last = last.plusDays(1);
        }
        return new DueDate(last, last.isAfter(loadedUntil) || anchor.isBefore(loadedFrom));
    }

    private LocalDate worked(LocalDate anchor, int amount) {
        LocalDate day = anchor;
        for (int counted = 0; counted < amount; ) {
            day = day.plusDays(1);
            counted += isWorked(day) ? 1 : 0;
        }
        return day;
    }

    boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workingWeekends.contains(day) : !holidays.contains(day);
    }
}
