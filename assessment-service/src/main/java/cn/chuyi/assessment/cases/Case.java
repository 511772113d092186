package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import cn.chuyi.assessment.cases.CaseEvent.EvidenceAttached;
import cn.chuyi.assessment.cases.CaseEvent.FindingConfirmed;
import cn.chuyi.assessment.cases.CaseEvent.FindingWithdrawn;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorDisputed;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorExempted;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorReported;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorVerified;
import cn.chuyi.assessment.cases.CaseEvent.StepTaken;
import cn.chuyi.assessment.procedure.State;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as its events tell it. Pure.
 *
 * @param opened absent as long as there is no such case
 * @param findings confirmed and not withdrawn, by number
 * @param numbered how many findings there ever were
 * @param evidence by SHA-256
 */
record Case(
        @Nullable CaseOpened opened,
        Progress progress,
        Values values,
        Map<String, FindingConfirmed> findings,
        int numbered,
        Map<String, EvidenceAttached> evidence) {

    static final Case NONE = new Case(null, Progress.NONE, Values.NONE, Map.of(), 0, Map.of());

    State state() {
        return progress.state();
    }

    /** The fact that opened the case, where it must have been. */
    CaseOpened unit() {
        if (opened == null) {
            throw new IllegalStateException("the case has not been opened");
        }
        return opened;
    }

    static Case evolve(Case before, CaseEvent event) {
        return switch (event) {
            case CaseOpened e ->
                new Case(e, before.progress, before.values, before.findings, before.numbered, before.evidence);
            case StepTaken e -> before.with(before.progress.with(e), before.values);
            case IndicatorReported e -> before.with(before.progress, before.values.with(e));
            case IndicatorDisputed e -> before.with(before.progress, before.values.with(e));
            case IndicatorVerified e -> before.with(before.progress, before.values.with(e));
            case IndicatorExempted e -> before.with(before.progress, before.values.with(e));
            case EvidenceAttached e -> before.with(Maps.plus(before.evidence, e.sha256(), e));
            case FindingConfirmed e -> before.with(Maps.plus(before.findings, e.finding(), e), before.numbered + 1);
            case FindingWithdrawn e -> before.with(Maps.minus(before.findings, e.finding()), before.numbered);
        };
    }

    private Case with(Progress next, Values others) {
        return new Case(opened, next, others, findings, numbered, evidence);
    }

    private Case with(Map<String, FindingConfirmed> standing, int ever) {
        return new Case(opened, progress, values, standing, ever, evidence);
    }

    private Case with(Map<String, EvidenceAttached> files) {
        return new Case(opened, progress, values, findings, numbered, files);
    }
}
