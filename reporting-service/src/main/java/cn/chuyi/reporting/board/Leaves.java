package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.fact.AssessmentFact.EvidenceAttached;
import cn.chuyi.reporting.fact.AssessmentFact.FindingConfirmed;
import cn.chuyi.reporting.fact.AssessmentFact.FindingWithdrawn;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorDisputed;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorExempted;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorReported;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorVerified;
import cn.chuyi.reporting.fact.AssessmentFact.ResultRestated;
import cn.chuyi.reporting.fact.AssessmentFact.Source;
import cn.chuyi.reporting.fact.RegistryFact;
import cn.chuyi.reporting.fact.RegistryFact.ConditionSheetFiled;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRecoded;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.ProjectDeclared;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPaidIn;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPlanned;
import cn.chuyi.reporting.fact.RegistryFact.ProjectProgressReported;
import cn.chuyi.reporting.fact.RegistryFact.ProjectStageReached;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTaskBookAgreed;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.measure.Sheet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts as the leaves of an explanation. */
final class Leaves {

    private Leaves() {}

    /** A fact with what it states, of whatever it states it. */
    static Leaf of(Recorded recorded) {
        var ofIndicator = switch (recorded.fact()) {
            case IndicatorReported f -> ofCase(recorded, f.indicator());
            case IndicatorVerified f -> ofCase(recorded, f.indicator());
            case IndicatorExempted f -> ofCase(recorded, f.indicator());
            case IndicatorDisputed f -> ofCase(recorded, f.indicator());
            default -> null;
        };
        if (ofIndicator != null) {
            return ofIndicator;
        }
        return recorded.fact() instanceof RegistryFact ? ofRegister(recorded) : ofWhole(recorded);
    }

    /** @return absent when the fact says nothing of the indicator */
    static @Nullable Leaf ofCase(Recorded recorded, String indicator) {
        return switch (recorded.fact()) {
            case IndicatorReported f
            when f.indicator().equals(indicator) -> leaf(recorded, f.value(), null, f.evidence());
            case IndicatorVerified f
            when f.indicator().equals(indicator) ->
                leaf(recorded, f.value(), f.reason() == null ? copied(f.collectedFrom()) : said(f.reason()), null);
            case IndicatorExempted f
            when f.indicator().equals(indicator) -> leaf(recorded, null, Reasons.ofExemption(f.reason()), null);
            case IndicatorDisputed f
            when f.indicator().equals(indicator) -> leaf(recorded, null, said(f.reason()), null);
            case EvidenceAttached f
            when indicator.equals(f.indicator()) -> leaf(recorded, null, null, List.of(f.sha256()));
            default -> null;
        };
    }

    static Leaf ofRegister(Recorded recorded) {
        return switch (recorded.fact()) {
            case ProjectProgressReported f -> leaf(recorded, f.done().toPlainString(), null, f.evidence());
            case ProjectTaskBookAgreed f -> leaf(recorded, f.planned().toPlainString(), null, null);
            case ProjectFundsPlanned f -> leaf(recorded, f.amount().toPlainString(), null, null);
            case ProjectFundsPaidIn f -> leaf(recorded, f.amount().toPlainString(), null, null);
            case ProjectStageReached f -> leaf(recorded, f.stage(), null, null);
            case ProjectDeclared f -> leaf(recorded, null, said(f.name()), null);
            case InstitutionRegistered f -> leaf(recorded, null, said(f.name()), null);
            case DivisionRegistered f -> leaf(recorded, null, said(f.name()), null);
            case DivisionRecoded f -> leaf(recorded, null, said(f.name()), null);
            case ConditionSheetFiled f -> leaf(recorded, null, sheet(f), null);
            default -> leaf(recorded, null, null, null);
        };
    }

    private static Text sheet(ConditionSheetFiled fact) {
        var sheet = Sheet.of(fact);
        return new Text(
                "重点监测指标 " + sheet.applicable() + " 项，达标 " + sheet.met() + " 项；专业课教师 " + sheet.specialisedTeachers()
                        + " 人，其中双师型 " + sheet.dualQualifiedTeachers() + " 人；学生 " + sheet.students() + " 人，教师 "
                        + sheet.teachers() + " 人",
                sheet.met() + " of " + sheet.applicable() + " conditions met; " + sheet.dualQualifiedTeachers() + " of "
                        + sheet.specialisedTeachers() + " specialised teachers dual-qualified; " + sheet.students()
                        + " students, " + sheet.teachers() + " teachers");
    }

    /** @return absent when the fact is not the one that confirmed the finding */
    static @Nullable Leaf ofFinding(Recorded recorded, String finding) {
        return recorded.fact() instanceof FindingConfirmed f && f.finding().equals(finding)
                ? leaf(recorded, null, said(f.reason()), null)
                : null;
    }

    /** A fact that concerns the whole score. */
    static Leaf ofWhole(Recorded recorded) {
        return switch (recorded.fact()) {
            case FindingConfirmed f -> leaf(recorded, f.rule(), said(f.reason()), null);
            case FindingWithdrawn f -> leaf(recorded, null, said(f.reason()), null);
            case ResultRestated f -> leaf(recorded, null, f.reason() == null ? null : said(f.reason()), null);
            default -> leaf(recorded, null, null, null);
        };
    }

    private static Text said(String words) {
        return new Text(words, words);
    }

    private static @Nullable Text copied(@Nullable Source source) {
        return source == null
                ? null
                : new Text(
                        "采自 " + source.stream() + " 第 " + source.version() + " 条",
                        "copied from " + source.stream() + " version " + source.version());
    }

    private static Leaf leaf(
            Recorded recorded, @Nullable String value, @Nullable Text reason, @Nullable List<String> evidence) {
        var position = recorded.position();
        return new Leaf(
                recorded.id(),
                recorded.type(),
                recorded.recorded(),
                recorded.stream(),
                recorded.version(),
                position.topic(),
                position.partition(),
                position.offset(),
                recorded.actor(),
                value,
                reason,
                Objects.requireNonNullElse(evidence, List.of()));
    }
}
