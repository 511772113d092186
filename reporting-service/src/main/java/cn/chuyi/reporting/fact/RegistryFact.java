package cn.chuyi.reporting.fact;

import cn.chuyi.kit.decision.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of registry-service: programmes, divisions, institutions and projects. */
public sealed interface RegistryFact extends Fact {

    /** Facts of {@code programme-{code}}. */
    sealed interface OfProgramme extends RegistryFact {}

    record ProgrammeAdopted(String programme, Text name, LocalDate from, LocalDate to) implements OfProgramme {}

    /** @param scope PROVINCE_QUOTA, PER_CITY, PER_COUNTY, PER_UNIT, PER_INSTITUTION or NARRATIVE */
    record TaskAdded(String programme, String task, Text name, String scope, String unit, List<String> projectKinds)
            implements OfProgramme {}

    record TargetAdopted(String programme, String task, BigDecimal value) implements OfProgramme {}

    /** Facts of {@code division-{code}}; the day from which they hold is for names alone. */
    sealed interface OfDivision extends RegistryFact {
        String code();
    }

    /** @param level PROVINCE, CITY, COUNTY or ZONE */
    record DivisionRegistered(
            String code,
            String name,
            String level,
            @Nullable String parent,
            @Nullable LocalDate effectiveOn) implements OfDivision {}

    record DivisionRenamed(
            String code, String name, @Nullable LocalDate effectiveOn) implements OfDivision {}

    /** First fact of the new code; what stood under {@code predecessor} stands under {@code code} from now on. */
    record DivisionRecoded(
            String code,
            String name,
            String level,
            @Nullable String parent,
            String predecessor,
            @Nullable LocalDate effectiveOn)
            implements OfDivision {}

    /** 市级统筹: the division needs no public school of these kinds of its own. */
    record UnifiedArrangementApproved(String code, List<String> schoolKinds, LocalDate effectiveOn)
            implements OfDivision {}

    /** Facts of {@code institution-{id}}. */
    sealed interface OfInstitution extends RegistryFact {
        LocalDate effectiveOn();
    }

    /** @param ownership PUBLIC or PRIVATE */
    record InstitutionRegistered(
            String name,
            String kind,
            String ownership,
            String locatedIn,
            Authority administeredBy,
            @Nullable Boolean enrols,
            LocalDate effectiveOn)
            implements OfInstitution {}

    /** @param division absent when no government of a division runs it */
    record Authority(@Nullable String division) {}

    record InstitutionRenamed(String name, LocalDate effectiveOn) implements OfInstitution {}

    record InstitutionRelocated(String locatedIn, LocalDate effectiveOn) implements OfInstitution {}

    record InstitutionAuthorityChanged(Authority administeredBy, LocalDate effectiveOn) implements OfInstitution {}

    record EnrolmentSuspended(LocalDate effectiveOn) implements OfInstitution {}

    record EnrolmentResumed(LocalDate effectiveOn) implements OfInstitution {}

    /** The yearly monitoring sheet (办学条件监测表); a later one of the same year replaces it. */
    record ConditionSheetFiled(
            int year,
            List<Condition> conditions,
            int students,
            int teachers,
            int specialisedTeachers,
            int dualQualifiedTeachers,
            LocalDate effectiveOn)
            implements OfInstitution {}

    /**
     * One key condition.
     *
     * @param value absent when the school states none, which is not met
     * @param direction AT_LEAST or AT_MOST the standard
     */
    record Condition(
            String code, @Nullable BigDecimal value, BigDecimal standard, Direction direction, boolean applicable) {}

    enum Direction {
        AT_LEAST,
        AT_MOST
    }

    record InstitutionClosed(LocalDate effectiveOn) implements OfInstitution {}

    /** Facts of {@code project-{id}}. */
    sealed interface OfProject extends RegistryFact {
        LocalDate effectiveOn();
    }

    record ProjectDeclared(
            String programme,
            String task,
            String kind,
            String name,
            LeadUnit leadUnit,
            String locatedIn,
            LocalDate effectiveOn)
            implements OfProject {}

    /** @param institution id of the leading institution; absent when it is none of the register */
    record LeadUnit(@Nullable String institution) {}

    record ProjectListed(LocalDate effectiveOn) implements OfProject {}

    record ProjectTaskBookAgreed(int year, BigDecimal planned, LocalDate effectiveOn) implements OfProject {}

    /** @param done points of the year so far, cumulative */
    record ProjectProgressReported(
            int year, BigDecimal done, @Nullable List<String> evidence, LocalDate effectiveOn) implements OfProject {}

    record ProjectStageReached(String stage, LocalDate effectiveOn) implements OfProject {}

    record ProjectFundsPlanned(int year, BigDecimal amount, LocalDate effectiveOn) implements OfProject {}

    /** Each payment adds. */
    record ProjectFundsPaidIn(int year, BigDecimal amount, LocalDate effectiveOn) implements OfProject {}

    record ProjectAccepted(LocalDate effectiveOn) implements OfProject {}

    record ProjectRecognised(LocalDate effectiveOn) implements OfProject {}

    record ProjectTerminated(LocalDate effectiveOn) implements OfProject {}
}
