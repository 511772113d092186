package cn.chuyi.reporting.score;

/** Which kind of government is assessed: 市州 or 县市区. */
public enum Level {
    CITY,
    COUNTY
}
