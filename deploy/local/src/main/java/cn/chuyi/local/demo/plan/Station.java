package cn.chuyi.local.demo.plan;

/** Where a case stands; in the order of the procedure. */
public enum Station {
    SELF_ASSESSING,
    SELF_SUBMITTED,
    RETURNED,
    CITY_REVIEW,
    CITY_SCORED,
    DOC_REVIEW,
    SAMPLED_ONSITE,
    NO_ONSITE,
    ONSITE_DONE,
    PRELIM_SCORED,
    PRELIM_FED_BACK,
    OPINION_ISSUED,
    ACCEPTED,
    RESULT_PROPOSED,
    PUBLICITY,
    RESULT_FINAL,
    PUBLISHED
}
