package cn.chuyi.assessment.procedure;

/** Names of the conditions that a step can have; the case knows what each one asks. */
public enum Guard {
    /** Every indicator that the unit reports has a value, or a reason for having none, or was exempted. */
    EVERY_INDICATOR_REPORTED_OR_REASONED,
    /** At most two returns a case. */
    AT_MOST_TWO_RETURNS,
    /** The body says why. */
    REASON_GIVEN,
    /** Every indicator that the unit reports was verified or exempted. */
    EVERY_REPORT_REVIEWED,
    /** Besides, every indicator with a collected value was verified or exempted. */
    EVERY_INDICATOR_REVIEWED,
    /** Whoever filled in or submitted the self-assessment takes no part in its review. */
    FILLER_IS_NOT_REVIEWER,
    /** Whoever proposed the result neither approves nor publishes it. */
    PROPOSER_IS_NOT_APPROVER,
    /** The waiting window of the step has expired. */
    WINDOW_IS_OVER
}
