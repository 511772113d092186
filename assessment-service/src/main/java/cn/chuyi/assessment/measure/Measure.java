package cn.chuyi.assessment.measure;

import org.jspecify.annotations.Nullable;

/**
 * The collected value of one indicator of one unit, with the fact that says so.
 *
 * @param measure name of the measure, as in the catalogue
 * @param value absent when the measure says that the indicator does not apply
 * @param stream where the fact lies on {@code chuyi.reporting.v1}
 * @param version of the fact in the stream
 */
public record Measure(
        String indicator, String measure, @Nullable String value, String stream, long version) {}
