package cn.chuyi.registry.division;

/** Level of a division, highest first. A zone (功能区) is no statutory division but may be supervised like one. */
public enum DivisionLevel {
    PROVINCE,
    CITY,
    COUNTY,
    ZONE
}
