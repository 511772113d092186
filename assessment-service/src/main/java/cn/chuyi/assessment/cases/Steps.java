package cn.chuyi.assessment.cases;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;

import cn.chuyi.assessment.cases.CaseCommand.Take;
import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import cn.chuyi.assessment.cases.CaseEvent.Move;
import cn.chuyi.assessment.cases.CaseEvent.StepTaken;
import cn.chuyi.assessment.procedure.DueDate;
import cn.chuyi.assessment.procedure.Guard;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.assessment.procedure.Step;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a case moves: the rows of the procedure, and nothing else. */
final class Steps {

    private Steps() {}

    static Decision<CaseEvent> take(Setting setting, Case before, Take command) {
        Step step = setting.procedure()
                .step(before.state(), command.action(), before.unit().level());
        if (step == null || step.automatic()) {
            return refuse(CaseRule.STEP_NOT_FROM_HERE, before.state(), command.action(), possible(setting, before));
        }
        if (!setting.actor().isOneOf(step.roles())) {
            return refuse(CaseRule.NOT_YOUR_TASK, command.action(), String.join(", ", step.roles()));
        }
        for (Guard guard : step.guards()) {
            Refusal refusal = Guards.refusal(guard, setting, before, step, command);
            if (refusal != null) {
                return refuse(refusal);
            }
        }
        return accept(taken(setting, before, step, command, setting.today()));
    }

    /** The step that the notice itself takes. */
    static StepTaken selfAssessment(Setting setting, Case opened, LocalDate noticeOn) {
        Step step = setting.procedure()
                .from(opened.state(), opened.unit().level())
                .filter(Step::automatic)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the procedure does not begin"));
        return taken(setting, opened, step, new Take(step.action(), null, null), noticeOn);
    }

    private static StepTaken taken(Setting setting, Case before, Step step, Take command, LocalDate on) {
        CaseOpened unit = before.unit();
        var since = new HashMap<>(before.progress().since());
        since.put(step.fact(), on);
        return new StepTaken(
                step.fact(),
                new Move(
                        unit.programme(),
                        unit.year(),
                        unit.unit(),
                        unit.level(),
                        step.from(),
                        step.to(),
                        command.reason(),
                        command.document(),
                        on,
                        due(setting, step.to(), unit, since),
                        step.to() == State.PUBLISHED ? 1 : null));
    }

    /** The last day of the earliest limit of a state. */
    private static @Nullable LocalDate due(
            Setting setting, State state, CaseOpened unit, Map<String, LocalDate> since) {
        return setting.procedure()
                .from(state, unit.level())
                .map(next -> setting.timetable().last(next.due(), since))
                .filter(Objects::nonNull)
                .map(DueDate::on)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static String possible(Setting setting, Case before) {
        String actions = setting.procedure()
                .from(before.state(), before.unit().level())
                .filter(step -> !step.automatic())
                .map(Step::action)
                .collect(Collectors.joining(", "));
        return actions.isEmpty() ? "-" : actions;
    }
}
