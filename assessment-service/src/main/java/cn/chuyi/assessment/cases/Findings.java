package cn.chuyi.assessment.cases;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;

import cn.chuyi.assessment.cases.CaseCommand.Confirm;
import cn.chuyi.assessment.cases.CaseCommand.Withdraw;
import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import cn.chuyi.assessment.cases.CaseEvent.FindingConfirmed;
import cn.chuyi.assessment.cases.CaseEvent.FindingWithdrawn;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import java.util.TreeSet;

/** Deductions, bonuses and vetoes. */
final class Findings {

    private Findings() {}

    static Decision<CaseEvent> confirm(Setting setting, Case before, Confirm command) {
        Refusal hindrance = Decisions.hindrance(setting, before, "confirm-finding");
        if (hindrance != null) {
            return refuse(hindrance);
        }
        var known = new TreeSet<>(setting.catalogue().rules());
        if (!known.contains(command.rule())) {
            return refuse(Refusal.of(CaseRule.RULE_UNKNOWN, command.rule(), String.join(", ", known))
                    .at("/rule"));
        }
        CaseOpened unit = before.unit();
        return accept(new FindingConfirmed(
                unit.programme(),
                unit.year(),
                unit.unit(),
                "F" + (before.numbered() + 1),
                command.rule(),
                command.reason()));
    }

    static Decision<CaseEvent> withdraw(Setting setting, Case before, Withdraw command) {
        Refusal hindrance = Decisions.hindrance(setting, before, "withdraw-finding");
        if (hindrance != null) {
            return refuse(hindrance);
        }
        if (!before.findings().containsKey(command.finding())) {
            return refuse(CaseRule.FINDING_UNKNOWN, command.finding());
        }
        CaseOpened unit = before.unit();
        return accept(
                new FindingWithdrawn(unit.programme(), unit.year(), unit.unit(), command.finding(), command.reason()));
    }
}
