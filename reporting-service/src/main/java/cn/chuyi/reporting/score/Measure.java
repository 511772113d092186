package cn.chuyi.reporting.score;

import java.util.List;

/** Where the value of an indicator comes from. */
public sealed interface Measure {

    /** The unit states it. */
    record Reported() implements Measure {}

    /**
     * Computed from the register.
     *
     * @param kinds of institutions or projects it looks at
     */
    record Registry(String name, List<String> kinds, Attribution attribution) implements Measure {
        public Registry {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * Computed from the results of the city's counties.
     *
     * @param indicator of the counties' catalogue
     */
    record Aggregate(String name, String indicator) implements Measure {}

    /** Computed from the rectification of the last cycle. */
    record FollowUp(String name) implements Measure {}

    /** Whose deed an institution or project is. */
    enum Attribution {
        /** The division it stands in; for a city also any of its counties. */
        LOCATED_IN,
        /** The government that runs it, exactly. */
        ADMINISTERED_BY,
        /** The division where the leading institution stands. */
        LEAD_UNIT
    }
}
