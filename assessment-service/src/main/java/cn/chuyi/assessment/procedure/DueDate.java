package cn.chuyi.assessment.procedure;

import java.time.LocalDate;

/**
 * The last day of a limit; it expires at its end, Asia/Shanghai.
 *
 * @param provisional computed with days for which no holiday notice is loaded
 */
public record DueDate(LocalDate on, boolean provisional) {}
