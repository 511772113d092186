package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.procedure.State;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a case: it moved, or something in it became known. */
public sealed interface CaseEvent {

    /**
     * A step of the procedure was taken. One record for all of them, as the steps are rows of a table and not classes.
     *
     * @param fact wire name in the past tense, without prefix and version, such as {@code case-returned}
     */
    record StepTaken(String fact, Move move) implements CaseEvent {}

    /**
     * The payload of every step.
     *
     * @param reason present where the procedure asks for one
     * @param document of the notice, opinion or circular, if the actor named one
     * @param effectiveOn day of the step, Asia/Shanghai
     * @param dueOn last day for the next step; absent when that has no limit
     * @param edition 1 when the step publishes the result; absent otherwise
     */
    record Move(
            String programme,
            int year,
            String unit,
            Level level,
            State from,
            State to,
            @Nullable String reason,
            @Nullable String document,
            LocalDate effectiveOn,
            @Nullable LocalDate dueOn,
            @Nullable Integer edition) {}

    /** What is known of a case besides where it stands. */
    sealed interface CaseFact extends CaseEvent {}

    /**
     * The case of one unit in one cycle began to exist.
     *
     * @param parent city of a county, province of a city
     * @param demo its numbers are invented
     */
    record CaseOpened(String programme, int year, String unit, Level level, String parent, boolean demo)
            implements CaseFact {}

    /**
     * The unit states a value of an indicator that it reports.
     *
     * @param value text as it was given
     * @param evidence SHA-256 in lowercase hex of what proves it; may be empty
     */
    record IndicatorReported(
            String programme, int year, String unit, String indicator, String value, List<String> evidence)
            implements CaseFact {
        public IndicatorReported {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The unit holds a collected value for wrong, or gives the reason why it reports none.
     *
     * @param claimedValue what it should be; absent when that is not known, or the indicator should not apply
     */
    record IndicatorDisputed(
            String programme,
            int year,
            String unit,
            String indicator,
            String reason,
            @Nullable String claimedValue) implements CaseFact {}

    /** Where a verified value comes from. */
    enum Origin {
        /** As the unit reported it. */
        REPORTED,
        /** As it was collected. */
        COLLECTED,
        /** As the reviewer found it. */
        CORRECTED
    }

    /**
     * The measure that was copied.
     *
     * @param stream on {@code chuyi.reporting.v1}
     * @param version of its fact in the stream
     */
    record CollectedFrom(String stream, long version) {}

    /**
     * A value that stands by review.
     *
     * @param phase CITY_REVIEW, DOC_REVIEW or ONSITE
     * @param reason present when the value differs from what was reported or collected
     * @param collectedFrom present when the value was copied from a measure
     */
    record IndicatorVerified(
            String programme,
            int year,
            String unit,
            String indicator,
            String value,
            Origin origin,
            String phase,
            @Nullable String reason,
            @Nullable CollectedFrom collectedFrom)
            implements CaseFact {}

    /** The indicator does not apply to the unit. */
    record IndicatorExempted(String programme, int year, String unit, String indicator, String reason)
            implements CaseFact {}

    /**
     * A file belongs to the case; the event has its digest and not its bytes.
     *
     * @param indicator absent when it is about the case as a whole
     * @param size in bytes
     */
    record EvidenceAttached(
            String programme,
            int year,
            String unit,
            @Nullable String indicator,
            String sha256,
            String name,
            String mediaType,
            long size)
            implements CaseFact {}

    /**
     * One occurrence of a deduction, bonus or veto rule was confirmed.
     *
     * @param finding number within the case, {@code F1}, {@code F2} ...
     * @param rule code in the catalogue
     */
    record FindingConfirmed(String programme, int year, String unit, String finding, String rule, String reason)
            implements CaseFact {}

    record FindingWithdrawn(String programme, int year, String unit, String finding, String reason)
            implements CaseFact {}
}
