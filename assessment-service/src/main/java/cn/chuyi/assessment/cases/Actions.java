package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseCommand.Take;
import cn.chuyi.assessment.procedure.DueDate;
import cn.chuyi.assessment.procedure.Guard;
import cn.chuyi.assessment.procedure.Step;
import cn.chuyi.assessment.procedure.Work;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.decision.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What this caller may do to a case now: the rows of the procedure that his roles and his division reach. */
final class Actions {
    private static final String NO_REASON_YET = "-";

    private Actions() {}

    /**
     * One thing that can be done.
     *
     * @param href where to send it
     * @param until last day; absent when there is no limit
     * @param provisional whether {@code until} rests on days for which no holiday notice is loaded
     * @param guard what still stands against it; absent when it can be done right away
     */
    record Action(
            String action,
            Text title,
            String method,
            String href,
            @Nullable LocalDate until,
            @Nullable Boolean provisional,
            Text legalBasis,
            @Nullable Hindrance guard) {}

    record Hindrance(String code, Text detail, Text remedy) {}

    /**
     * Lists them, works before steps.
     *
     * @param reach whether the caller may do an action to this unit at all
     */
    static List<Action> of(CaseId id, Setting setting, Case state, Predicate<String> reach) {
        var actions = new ArrayList<Action>();
        String base = "/api/v1/cases/" + id + "/";
        setting.procedure()
                .worksIn(state.state(), state.unit().level())
                .filter(work -> setting.actor().isOneOf(work.roles()) && reach.test(work.action()))
                .forEach(work -> actions.add(work(base, setting, state, work)));
        setting.procedure()
                .from(state.state(), state.unit().level())
                .filter(step -> !step.automatic() && setting.actor().isOneOf(step.roles()) && reach.test(step.action()))
                .forEach(step -> actions.add(step(base, setting, state, step)));
        return actions;
    }

    private static Action work(String base, Setting setting, Case state, Work work) {
        LocalDate until = state.progress().dueOn();
        return new Action(
                work.action(),
                work.title(),
                work.method(),
                base + work.path(),
                until,
                until == null ? null : until.isAfter(setting.timetable().days().loadedUntil()),
                work.legalBasis(),
                hindrance(Decisions.hindrance(setting, state, work.action())));
    }

    private static Action step(String base, Setting setting, Case state, Step step) {
        DueDate until = setting.timetable().last(step.due(), state.progress().since());
        return new Action(
                step.action(),
                step.title(),
                "POST",
                base + step.path(),
                until == null ? null : until.on(),
                until == null ? null : until.provisional(),
                step.legalBasis(),
                hindrance(refusal(setting, state, step)));
    }

    /** What stands against a step, the reason left aside that its body will give. */
    private static @Nullable Refusal refusal(Setting setting, Case state, Step step) {
        var take = new Take(step.action(), NO_REASON_YET, null);
        return step.guards().stream()
                .map(guard -> refusal(guard, setting, state, step, take))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Refusal refusal(Guard guard, Setting setting, Case state, Step step, Take take) {
        return Guards.refusal(guard, setting, state, step, take);
    }

    private static @Nullable Hindrance hindrance(@Nullable Refusal refusal) {
        return refusal == null ? null : new Hindrance(refusal.rule().name(), refusal.detail(), refusal.remedy());
    }
}
