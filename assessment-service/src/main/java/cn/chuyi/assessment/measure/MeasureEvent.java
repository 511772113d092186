package cn.chuyi.assessment.measure;

import org.jspecify.annotations.Nullable;

/** What reporting says about collected values, as far as it is used here. */
sealed interface MeasureEvent {

    /**
     * A collected value is now another one.
     *
     * @param state COLLECTED or NOT_APPLICABLE
     * @param value present when collected
     */
    record MeasureChanged(
            String programme,
            int year,
            String unit,
            String indicator,
            String measure,
            String state,
            @Nullable String value)
            implements MeasureEvent {}
}
