package cn.chuyi.local.demo.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit's year: what it states, what the reviews make of it, and how far the case goes.
 *
 * @param goal the last station that is reached
 * @param returned whether the first submission is returned once
 * @param drawn whether the unit is drawn for an on-site visit
 * @param exemptions indicators that the office declares not applicable
 * @param gaps indicators for which the unit states a reason instead of a value
 * @param corrections values that the document review sets otherwise than they were reported
 */
public record CasePlan(
        Unit unit,
        Station goal,
        boolean returned,
        boolean drawn,
        List<Reported> reported,
        List<Reasoned> exemptions,
        List<Gap> gaps,
        List<Reviewed> corrections,
        List<Finding> findings) {

    public record Reported(String indicator, String value, String evidence) {}

    /**
     * A value that the unit does not state.
     *
     * @param verified what the first review sets for it
     */
    public record Gap(String indicator, String reason, String verified) {}

    /** @param reason needed when the value differs from the reported one */
    public record Reviewed(
            String indicator, String value, @Nullable String reason) {}

    /** An indicator and why it is left out. */
    public record Reasoned(String indicator, String reason) {}

    /** @param rule code of a veto, deduction or bonus of the catalogue */
    public record Finding(String rule, String reason) {}

    public boolean reaches(Station station) {
        return goal.compareTo(station) >= 0;
    }
}
