package cn.chuyi.assessment.cases;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;

import cn.chuyi.assessment.cases.CaseCommand.Attach;
import cn.chuyi.assessment.cases.CaseCommand.Dispute;
import cn.chuyi.assessment.cases.CaseCommand.Report;
import cn.chuyi.assessment.cases.CaseCommand.Value;
import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import cn.chuyi.assessment.cases.CaseEvent.EvidenceAttached;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorDisputed;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorReported;
import cn.chuyi.assessment.catalogue.Indicator;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.decision.Text;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the unit says of itself. */
final class Reporting {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Reporting() {}

    /** All values, or none of them: one refused value refuses the command. */
    static Decision<CaseEvent> report(Setting setting, Case before, Report command) {
        Refusal hindrance = Decisions.hindrance(setting, before, "report");
        if (hindrance != null) {
            return refuse(hindrance);
        }
        var events = new ArrayList<CaseEvent>();
        for (Value value : command.values()) {
            Refusal fault = fault(setting, before, value);
            if (fault != null) {
                return refuse(fault);
            }
            CaseOpened unit = before.unit();
            var event = new IndicatorReported(
                    unit.programme(), unit.year(), unit.unit(), value.indicator(), value.value(), value.evidence());
            if (!event.equals(before.values().reported().get(value.indicator()))) {
                events.add(event);
            }
        }
        return accept(events);
    }

    private static @Nullable Refusal fault(Setting setting, Case before, Value value) {
        Indicator indicator = setting.catalogue().indicator(value.indicator());
        if (indicator == null) {
            return Refusal.of(CaseRule.INDICATOR_UNKNOWN, value.indicator()).at(value.at() + "/indicator");
        }
        if (!indicator.isReported()) {
            return Refusal.of(CaseRule.NOT_FOR_REPORTING, indicator.code()).at(value.at() + "/indicator");
        }
        if (before.values().exempted().containsKey(indicator.code())) {
            return Refusal.of(CaseRule.INDICATOR_IS_EXEMPT, indicator.code()).at(value.at() + "/indicator");
        }
        for (String evidence : value.evidence()) {
            if (!SHA256.matcher(evidence).matches()) {
                return Refusal.of(CaseRule.EVIDENCE_MALFORMED, evidence).at(value.at() + "/evidence");
            }
        }
        return invalid(indicator, value.value(), value.at() + "/value");
    }

    /** What is wrong with a value of an indicator; nothing when it is as the catalogue wants it. */
    static @Nullable Refusal invalid(Indicator indicator, String value, String pointer) {
        Text fault = indicator.form().fault(value);
        return fault == null
                ? null
                : Refusal.of(CaseRule.VALUE_INVALID, indicator.code(), fault.zh(), fault.en())
                        .at(pointer);
    }

    static Decision<CaseEvent> dispute(Setting setting, Case before, Dispute command) {
        Refusal hindrance = Decisions.hindrance(setting, before, "dispute");
        if (hindrance != null) {
            return refuse(hindrance);
        }
        Indicator indicator = setting.catalogue().indicator(command.indicator());
        if (indicator == null) {
            return refuse(CaseRule.INDICATOR_UNKNOWN, command.indicator());
        }
        Refusal fault =
                command.claimedValue() == null ? null : invalid(indicator, command.claimedValue(), "/claimedValue");
        if (fault != null) {
            return refuse(fault);
        }
        CaseOpened unit = before.unit();
        var event = new IndicatorDisputed(
                unit.programme(), unit.year(), unit.unit(), indicator.code(), command.reason(), command.claimedValue());
        return event.equals(before.values().disputed().get(indicator.code())) ? accept() : accept(event);
    }

    static Decision<CaseEvent> attach(Setting setting, Case before, Attach command) {
        Refusal hindrance = Decisions.hindrance(setting, before, "attach-evidence");
        if (hindrance != null) {
            return refuse(hindrance);
        }
        String code = command.indicator();
        if (code != null && setting.catalogue().indicator(code) == null) {
            return refuse(Refusal.of(CaseRule.INDICATOR_UNKNOWN, code).at("/indicator"));
        }
        CaseOpened unit = before.unit();
        var event = new EvidenceAttached(
                unit.programme(),
                unit.year(),
                unit.unit(),
                code,
                command.sha256(),
                command.name(),
                command.mediaType(),
                command.size());
        return event.equals(before.evidence().get(command.sha256())) ? accept() : accept(event);
    }
}
