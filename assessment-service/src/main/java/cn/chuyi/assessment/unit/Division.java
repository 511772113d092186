package cn.chuyi.assessment.unit;

import org.jspecify.annotations.Nullable;

/**
 * A division at a date.
 *
 * @param level PROVINCE, CITY, COUNTY or ZONE
 * @param name as it was at the date asked for
 * @param parent absent for the province
 */
public record Division(
        String code, String name, String level, @Nullable String parent) {}
