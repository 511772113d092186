package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseCommand.Take;
import cn.chuyi.assessment.catalogue.Indicator;
import cn.chuyi.assessment.procedure.DueDate;
import cn.chuyi.assessment.procedure.Guard;
import cn.chuyi.assessment.procedure.Step;
import cn.chuyi.assessment.procedure.TimeLimit;
import cn.chuyi.kit.decision.Refusal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What each guard of the procedure asks. Pure. */
final class Guards {
    private static final int MOST_RETURNS = 2;

    private Guards() {}

    /** Why a guard says no; nothing when it lets the step pass. */
    static @Nullable Refusal refusal(Guard guard, Setting setting, Case before, Step step, Take command) {
        return switch (guard) {
            case EVERY_INDICATOR_REPORTED_OR_REASONED ->
                listed(CaseRule.INDICATORS_NOT_REPORTED, setting, indicator -> silent(before, indicator));
            case AT_MOST_TWO_RETURNS ->
                before.progress().returns() < MOST_RETURNS ? null : Refusal.of(CaseRule.TOO_MANY_RETURNS);
            case REASON_GIVEN ->
                command.reason() != null && !command.reason().isBlank()
                        ? null
                        : Refusal.of(CaseRule.REASON_REQUIRED).at("/reason");
            case EVERY_REPORT_REVIEWED ->
                listed(
                        CaseRule.REPORTS_NOT_REVIEWED,
                        setting,
                        indicator -> indicator.isReported() && open(before, indicator));
            case EVERY_INDICATOR_REVIEWED ->
                listed(
                        CaseRule.INDICATORS_NOT_REVIEWED,
                        setting,
                        indicator -> open(before, indicator)
                                && (indicator.isReported()
                                        || before.values().disputed().containsKey(indicator.code())
                                        || setting.collected().containsKey(indicator.code())));
            case FILLER_IS_NOT_REVIEWER ->
                setting.fillers().contains(subject(setting)) ? Refusal.of(CaseRule.FILLER_IS_NOT_REVIEWER) : null;
            case PROPOSER_IS_NOT_APPROVER ->
                setting.proposers().contains(subject(setting)) ? Refusal.of(CaseRule.PROPOSER_IS_NOT_APPROVER) : null;
            case WINDOW_IS_OVER -> window(setting, before, step);
        };
    }

    /** The unit reports it, and has neither given a value nor a reason for having none. */
    private static boolean silent(Case before, Indicator indicator) {
        String code = indicator.code();
        return indicator.isReported()
                && !before.values().reported().containsKey(code)
                && !before.values().disputed().containsKey(code)
                && !before.values().exempted().containsKey(code);
    }

    /** Nobody has decided since the unit's last word. */
    private static boolean open(Case before, Indicator indicator) {
        return !before.values().reviewed().containsKey(indicator.code())
                && !before.values().exempted().containsKey(indicator.code());
    }

    private static @Nullable Refusal listed(CaseRule rule, Setting setting, Predicate<Indicator> fails) {
        List<String> codes = setting.catalogue().indicators().stream()
                .filter(fails)
                .map(Indicator::code)
                .toList();
        return codes.isEmpty() ? null : Refusal.of(rule, String.join(", ", codes));
    }

    private static @Nullable Refusal window(Setting setting, Case before, Step step) {
        TimeLimit window = step.opens();
        if (setting.timetable().isOver(window, before.progress().since(), setting.today())) {
            return null;
        }
        DueDate last = setting.timetable().last(window, before.progress().since());
        String until = last == null ? "?" : last.on().toString();
        return Refusal.of(CaseRule.WINDOW_NOT_OVER, window == null ? "" : window.step(), until, step.action());
    }

    private static String subject(Setting setting) {
        return String.valueOf(setting.actor().subject());
    }
}
