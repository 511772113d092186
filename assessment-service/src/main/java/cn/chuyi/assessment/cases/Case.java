package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import cn.chuyi.assessment.cases.CaseEvent.EvidenceAttached;
import cn.chuyi.assessment.cases.CaseEvent.FindingConfirmed;
import cn.chuyi.assessment.cases.CaseEvent.FindingWithdrawn;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorDisputed;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorExempted;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorReported;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorVerified;
import cn.chuyi.assessment.cases.CaseEvent.Move;
import cn.chuyi.assessment.cases.CaseEvent.StepTaken;
import cn.chuyi.assessment.procedure.State;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A case as its events tell it. Pure. Every map is by code, in its order.
 *
 * @param opened absent as long as there is no such case
 * @param reported the latest value of each indicator that the unit stated
 * @param verified the latest verified value of each indicator
 * @param reviewed those of {@code verified} that are younger than the unit's last word
 * @param findings confirmed and not withdrawn
 * @param numbered how many findings there ever were
 * @param evidence by SHA-256
 * @param returns how often the case was returned
 * @param since date of the latest of each step, by fact
 * @param dueOn last day for the next step; absent when it has no limit
 */
record Case(
        @Nullable CaseOpened opened,
        State state,
        Map<String, IndicatorReported> reported,
        Map<String, IndicatorDisputed> disputed,
        Map<String, IndicatorVerified> verified,
        Map<String, IndicatorVerified> reviewed,
        Map<String, IndicatorExempted> exempted,
        Map<String, FindingConfirmed> findings,
        int numbered,
        Map<String, EvidenceAttached> evidence,
        int returns,
        Map<String, LocalDate> since,
        @Nullable LocalDate dueOn) {

    static final Case NONE = new Case(
            null,
            State.NOT_STARTED,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            0,
            Map.of(),
            0,
            Map.of(),
            null);

    /** The fact that opened the case, where it must have been. */
    CaseOpened unit() {
        if (opened == null) {
            throw new IllegalStateException("the case has not been opened");
        }
        return opened;
    }

    static Case evolve(Case before, CaseEvent event) {
        return switch (event) {
            case CaseOpened e -> before.with(e);
            case StepTaken e -> before.moved(e.fact(), e.move());
            case IndicatorReported e -> before.with(e);
            case IndicatorDisputed e -> before.with(e);
            case IndicatorVerified e -> before.with(e);
            case IndicatorExempted e -> before.with(e);
            case EvidenceAttached e -> before.with(e);
            case FindingConfirmed e -> before.with(plus(before.findings, e.finding(), e), before.numbered + 1);
            case FindingWithdrawn e -> before.with(minus(before.findings, e.finding()), before.numbered);
        };
    }

    private Case moved(String fact, Move move) {
        int times = move.to() == State.RETURNED ? returns + 1 : returns;
        return new Case(
                opened,
                move.to(),
                reported,
                disputed,
                verified,
                reviewed,
                exempted,
                findings,
                numbered,
                evidence,
                times,
                plus(since, fact, move.effectiveOn()),
                move.dueOn());
    }

    private Case with(CaseOpened e) {
        return new Case(
                e, state, reported, disputed, verified, reviewed, exempted, findings, numbered, evidence, returns, since,
                dueOn);
    }

    private Case with(IndicatorReported e) {
        return new Case(
                opened,
                state,
                plus(reported, e.indicator(), e),
                disputed,
                verified,
                minus(reviewed, e.indicator()),
                exempted,
                findings,
                numbered,
                evidence,
                returns,
                since,
                dueOn);
    }

    private Case with(IndicatorDisputed e) {
        return new Case(
                opened,
                state,
                reported,
                plus(disputed, e.indicator(), e),
                verified,
                minus(reviewed, e.indicator()),
                exempted,
                findings,
                numbered,
                evidence,
                returns,
                since,
                dueOn);
    }

    private Case with(IndicatorVerified e) {
        return new Case(
                opened,
                state,
                reported,
                disputed,
                plus(verified, e.indicator(), e),
                plus(reviewed, e.indicator(), e),
                exempted,
                findings,
                numbered,
                evidence,
                returns,
                since,
                dueOn);
    }

    private Case with(IndicatorExempted e) {
        return new Case(
                opened,
                state,
                reported,
                disputed,
                verified,
                reviewed,
                plus(exempted, e.indicator(), e),
                findings,
                numbered,
                evidence,
                returns,
                since,
                dueOn);
    }

    private Case with(EvidenceAttached e) {
        return new Case(
                opened,
                state,
                reported,
                disputed,
                verified,
                reviewed,
                exempted,
                findings,
                numbered,
                plus(evidence, e.sha256(), e),
                returns,
                since,
                dueOn);
    }

    private Case with(Map<String, FindingConfirmed> standing, int ever) {
        return new Case(
                opened, state, reported, disputed, verified, reviewed, exempted, standing, ever, evidence, returns,
                since, dueOn);
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var next = new TreeMap<>(map);
        next.put(key, value);
        return Collections.unmodifiableMap(next);
    }

    private static <V> Map<String, V> minus(Map<String, V> map, String key) {
        if (!map.containsKey(key)) {
            return map;
        }
        var next = new TreeMap<>(map);
        next.remove(key);
        return Collections.unmodifiableMap(next);
    }
}
