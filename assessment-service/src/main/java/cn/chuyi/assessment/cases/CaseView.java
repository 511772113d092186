package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseEvent.CollectedFrom;
import cn.chuyi.assessment.cases.CaseEvent.EvidenceAttached;
import cn.chuyi.assessment.cases.CaseEvent.FindingConfirmed;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorDisputed;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorExempted;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorReported;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorVerified;
import cn.chuyi.assessment.cases.CaseEvent.Origin;
import cn.chuyi.assessment.catalogue.Indicator;
import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.measure.Measure;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.kit.decision.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case with all that this caller may see and do.
 *
 * @param city division code above the unit: of a county its city, of a city the province
 * @param dueOn last day for the next step; absent when it has no limit
 * @param since date of the latest of each step, by fact
 * @param findings empty for the unit until the preliminary opinion has been delivered
 */
record CaseView(
        String id,
        String cycle,
        String programme,
        int year,
        UnitView unit,
        Level level,
        String city,
        boolean demo,
        State status,
        Text statusName,
        int returns,
        @Nullable LocalDate dueOn,
        boolean overdue,
        Map<String, LocalDate> since,
        List<IndicatorView> indicators,
        List<Finding> findings,
        List<Attachment> evidence,
        List<Actions.Action> actions) {

    record UnitView(String code, String name) {}

    record Reported(String value, List<String> evidence) {}

    /** A prefilled value; {@code value} is absent where the measure says that the indicator does not apply. */
    record Collected(@Nullable String value, boolean applicable, String measure, CollectedFrom from) {}

    record Disputed(String reason, @Nullable String claimedValue) {}

    record Verified(
            String value,
            Origin origin,
            String phase,
            @Nullable String reason,
            @Nullable CollectedFrom collectedFrom) {}

    /**
     * One indicator and everything said about it.
     *
     * @param state NOT_APPLICABLE, VERIFIED, COLLECTED, REPORTED or MISSING: which value stands
     * @param value the one that stands; absent when none does
     */
    record IndicatorView(
            String code,
            Text group,
            Text name,
            BigDecimal weight,
            String unit,
            Indicator.Source source,
            String evidenceWanted,
            String state,
            @Nullable String value,
            @Nullable Reported reported,
            @Nullable Collected collected,
            @Nullable Disputed disputed,
            @Nullable Verified verified,
            @Nullable String exempted) {}

    record Finding(String finding, String rule, String reason) {}

    record Attachment(String sha256, @Nullable String indicator, String name, String mediaType, long size) {}

    /**
     * Makes the view.
     *
     * @param blind whether the caller must not see the review yet
     */
    static CaseView of(
            CaseId id, String name, Case state, Setting setting, boolean blind, List<Actions.Action> actions) {
        var unit = state.unit();
        LocalDate dueOn = state.progress().dueOn();
        return new CaseView(
                id.toString(),
                id.cycle().toString(),
                id.programme(),
                id.year(),
                new UnitView(id.unit(), name),
                unit.level(),
                unit.parent(),
                unit.demo(),
                state.state(),
                state.state().label(),
                state.progress().returns(),
                dueOn,
                dueOn != null && setting.today().isAfter(dueOn),
                state.progress().since(),
                setting.catalogue().indicators().stream()
                        .map(indicator -> indicator(indicator, state, setting, blind))
                        .toList(),
                blind ? List.of() : findings(state),
                state.evidence().values().stream().map(CaseView::attachment).toList(),
                actions);
    }

    private static IndicatorView indicator(Indicator indicator, Case state, Setting setting, boolean blind) {
        String code = indicator.code();
        IndicatorReported reported = state.values().reported().get(code);
        IndicatorDisputed disputed = state.values().disputed().get(code);
        IndicatorVerified verified = blind ? null : state.values().verified().get(code);
        IndicatorExempted exempted = state.values().exempted().get(code);
        Measure measure = indicator.isReported() ? null : setting.collected().get(code);
        String standing = exempted != null
                ? "NOT_APPLICABLE"
                : verified != null
                        ? "VERIFIED"
                        : measure != null
                                ? measure.value() == null ? "NOT_APPLICABLE" : "COLLECTED"
                                : reported != null ? "REPORTED" : "MISSING";
        String value = switch (standing) {
            case "VERIFIED" -> verified == null ? null : verified.value();
            case "COLLECTED" -> measure == null ? null : measure.value();
            case "REPORTED" -> reported == null ? null : reported.value();
            default -> null;
        };
        return new IndicatorView(
                code,
                indicator.groupName(),
                indicator.name(),
                indicator.weight(),
                indicator.unit(),
                indicator.source(),
                indicator.evidence(),
                standing,
                value,
                reported == null ? null : new Reported(reported.value(), reported.evidence()),
                measure == null ? null : collected(measure),
                disputed == null ? null : new Disputed(disputed.reason(), disputed.claimedValue()),
                verified == null ? null : verified(verified),
                exempted == null ? null : exempted.reason());
    }

    private static Collected collected(Measure measure) {
        return new Collected(
                measure.value(),
                measure.value() != null,
                measure.measure(),
                new CollectedFrom(measure.stream(), measure.version()));
    }

    private static Verified verified(IndicatorVerified e) {
        return new Verified(e.value(), e.origin(), e.phase(), e.reason(), e.collectedFrom());
    }

    private static List<Finding> findings(Case state) {
        return state.findings().values().stream().map(CaseView::finding).toList();
    }

    private static Finding finding(FindingConfirmed e) {
        return new Finding(e.finding(), e.rule(), e.reason());
    }

    private static Attachment attachment(EvidenceAttached e) {
        return new Attachment(e.sha256(), e.indicator(), e.name(), e.mediaType(), e.size());
    }
}
