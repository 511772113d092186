package cn.chuyi.assessment.procedure;

/** What a time limit counts. */
public enum Span {
    /** Calendar days. */
    D,
    /** Working days of the State Council's calendar. */
    WD,
    MONTH
}
