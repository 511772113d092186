package cn.chuyi.assessment.catalogue;

import cn.chuyi.kit.decision.Text;
import java.math.BigDecimal;

/**
 * One indicator of a frozen catalogue, as far as a case needs it.
 *
 * @param weight share of 100
 * @param unit GRADE, STAGE, PERCENT, POINTS or LEVEL
 * @param source how its value comes about
 * @param form what a value must look like
 * @param evidence what proves it, in Chinese, for people
 */
public record Indicator(
        String code,
        Text groupName,
        Text name,
        BigDecimal weight,
        String unit,
        Source source,
        ValueForm form,
        String evidence) {

    /** Who says what the value is. */
    public enum Source {
        /** The unit states it. */
        REPORTED,
        /** Computed from the registry. */
        REGISTRY,
        /** From the results of the city's counties. */
        AGGREGATE,
        /** From the last cycle's rectification. */
        FOLLOW_UP
    }

    public boolean isReported() {
        return source == Source.REPORTED;
    }
}
