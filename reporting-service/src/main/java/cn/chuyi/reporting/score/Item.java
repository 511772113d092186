package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One indicator's part of a score.
 *
 * @param value the standing value as it was recorded; absent when missing or not applicable
 * @param share six decimals in [0, 1]; absent when not applicable
 * @param points weight times share, six decimals; absent when not applicable
 */
public record Item(
        String indicator,
        State state,
        @Nullable String value,
        @Nullable BigDecimal share,
        @Nullable BigDecimal points) {

    /** Why the value stands. */
    public enum State {
        NOT_APPLICABLE,
        VERIFIED,
        COLLECTED,
        REPORTED,
        /** Nothing stands: the share is 0. Never the same as not applicable. */
        MISSING
    }
}
