package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseEvent.StepTaken;
import cn.chuyi.assessment.procedure.State;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come.
 *
 * @param returns how often it was returned
 * @param since date of the latest of each step, by fact
 * @param dueOn last day for the next step; absent when it has no limit
 */
record Progress(
        State state,
        int returns,
        Map<String, LocalDate> since,
        @Nullable LocalDate dueOn) {

    static final Progress NONE = new Progress(State.NOT_STARTED, 0, Map.of(), null);

    Progress with(StepTaken step) {
        var move = step.move();
        return new Progress(
                move.to(),
                move.to() == State.RETURNED ? returns + 1 : returns,
                Maps.plus(since, step.fact(), move.effectiveOn()),
                move.dueOn());
    }
}
