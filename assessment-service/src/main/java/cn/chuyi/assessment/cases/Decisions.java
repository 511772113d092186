package cn.chuyi.assessment.cases;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;

import cn.chuyi.assessment.cases.CaseCommand.Attach;
import cn.chuyi.assessment.cases.CaseCommand.Confirm;
import cn.chuyi.assessment.cases.CaseCommand.Dispute;
import cn.chuyi.assessment.cases.CaseCommand.OpenCase;
import cn.chuyi.assessment.cases.CaseCommand.Report;
import cn.chuyi.assessment.cases.CaseCommand.Review;
import cn.chuyi.assessment.cases.CaseCommand.Take;
import cn.chuyi.assessment.cases.CaseCommand.Withdraw;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.assessment.procedure.Work;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a case answers to a command. Pure: everything it goes by is in the setting and the case. */
final class Decisions {

    private Decisions() {}

    static Decision<CaseEvent> decide(Setting setting, Case before, CaseCommand command) {
        if (command instanceof OpenCase c) {
            return open(setting, before, c);
        }
        if (before.opened() == null) {
            return refuse(CaseRule.CASE_UNKNOWN);
        }
        return switch (command) {
            case OpenCase c -> open(setting, before, c);
            case Report c -> Reporting.report(setting, before, c);
            case Dispute c -> Reporting.dispute(setting, before, c);
            case Attach c -> Reporting.attach(setting, before, c);
            case Review c -> Reviewing.review(setting, before, c);
            case Confirm c -> Findings.confirm(setting, before, c);
            case Withdraw c -> Findings.withdraw(setting, before, c);
            case Take c -> Steps.take(setting, before, c);
        };
    }

    private static Decision<CaseEvent> open(Setting setting, Case before, OpenCase command) {
        if (before.opened() != null) {
            return refuse(CaseRule.CASE_ALREADY_OPEN);
        }
        Case opened = Case.evolve(before, command.opened());
        return accept(List.of(command.opened(), Steps.selfAssessment(setting, opened, command.noticeOn())));
    }

    /**
     * Whether a work can be done now by this actor.
     *
     * @return why not; nothing when it can
     */
    static @Nullable Refusal hindrance(Setting setting, Case before, String action) {
        List<Work> rows = rows(setting, before, action);
        if (rows.isEmpty()) {
            String states = setting.procedure().works().stream()
                    .filter(work -> work.action().equals(action))
                    .flatMap(work -> work.states().stream())
                    .distinct()
                    .map(State::name)
                    .collect(Collectors.joining(", "));
            return Refusal.of(CaseRule.WORK_NOT_NOW, before.state(), action, states);
        }
        if (rows.stream().noneMatch(work -> setting.actor().isOneOf(work.roles()))) {
            String roles = rows.stream()
                    .flatMap(work -> work.roles().stream())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return Refusal.of(CaseRule.NOT_YOUR_TASK, action, roles);
        }
        return setting.scoringClosed() ? Refusal.of(CaseRule.SCORING_IS_CLOSED) : null;
    }

    static List<Work> rows(Setting setting, Case before, String action) {
        return setting.procedure()
                .worksIn(before.state(), before.unit().level())
                .filter(work -> work.action().equals(action))
                .toList();
    }
}
