package cn.chuyi.assessment.catalogue;

/** Which government is assessed. A listed zone is assessed as a county. */
public enum Level {
    CITY,
    COUNTY
}
