package cn.chuyi.reporting.measure;

import java.time.LocalDate;

/**
 * The day at which a cycle looks at the register, and the year whose sheets, task books and funds it counts.
 *
 * @param date civil date in Asia/Shanghai; a fact counts when its {@code effectiveOn} is not later
 */
public record Moment(LocalDate date, int year) {

    boolean counts(LocalDate effectiveOn) {
        return !effectiveOn.isAfter(date);
    }
}
