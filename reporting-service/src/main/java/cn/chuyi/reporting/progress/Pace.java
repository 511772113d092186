package cn.chuyi.reporting.progress;

import cn.chuyi.reporting.score.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Whether a task keeps pace with time (序时进度). */
enum Pace {
    /** 提前完成. */
    DONE,
    /** 按序时. */
    ON_SCHEDULE,
    /** 偏慢: at least four fifths of what is expected. */
    SLOW,
    /** 滞后. */
    BEHIND,
    /** 未启动. */
    NOT_STARTED,
    /** No target is adopted. */
    NO_TARGET;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal STILL_SLOW = new BigDecimal("0.8");

    /**
     * @param percent built of the target; absent without a target
     * @param expected percent of the period's months that are over
     */
    static Pace of(@Nullable BigDecimal percent, BigDecimal expected, int listed) {
        if (percent == null) {
            return NO_TARGET;
        }
        if (percent.compareTo(HUNDRED) >= 0) {
            return DONE;
        }
        if (listed == 0 && percent.signum() == 0) {
            return NOT_STARTED;
        }
        if (percent.compareTo(expected) >= 0) {
            return ON_SCHEDULE;
        }
        return percent.compareTo(expected.multiply(STILL_SLOW)) >= 0 ? SLOW : BEHIND;
    }

    /** Months elapsed over months of the period, in percent, within 0 and 100. */
    static BigDecimal expected(LocalDate from, LocalDate to, LocalDate today) {
        long months = Math.max(1, ChronoUnit.MONTHS.between(from, to.plusDays(1)));
        long elapsed = Math.clamp(ChronoUnit.MONTHS.between(from, today.plusDays(1)), 0, months);
        return Decimals.percent(BigDecimal.valueOf(elapsed), BigDecimal.valueOf(months));
    }
}
