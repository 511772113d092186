package cn.chuyi.local.demo.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An institution of the register.
 *
 * @param key names the school within the plan; the register gives it an id of its own
 * @param code ten-digit 学校标识码; invented schools have 99 in the serial, technician schools have none
 * @param authority name of the authority that runs it, or oversees it when it is private
 * @param administeredBy division of that authority
 * @param since first day in the register
 * @param suspended day from which it may not enrol; absent when it enrols
 * @param sheets condition sheets, at most one a year; a school without one counts as not meeting anything
 */
public record School(
        String key,
        @Nullable String code,
        String name,
        String kind,
        boolean isPublic,
        String locatedIn,
        String authority,
        String administeredBy,
        boolean demo,
        String since,
        @Nullable String suspended,
        List<Sheet> sheets) {

    public static final String SECONDARY = "SECONDARY_VOCATIONAL_SCHOOL";
    public static final String TECHNICIAN = "TECHNICIAN_SCHOOL";
    public static final String COLLEGE = "HIGHER_VOCATIONAL_COLLEGE";
}
