package cn.chuyi.local.demo.plan;

import java.util.Map;

/**
 * A school's condition sheet of a year.
 *
 * @param conditions measured value by the code of the condition, in the unit of its standard
 * @param specialised teachers of specialised courses, of whom {@code dual} are dual-qualified
 */
public record Sheet(
        int year, Map<String, String> conditions, int students, int teachers, int specialised, int dual, String on) {}
