package cn.chuyi.registry.institution;

import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.institution.InstitutionEvent.Administration;
import cn.chuyi.registry.institution.InstitutionEvent.Ownership;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of an institution. Divisions that a command names are known to stand on its day. */
sealed interface InstitutionCommand {

    LocalDate on();

    record RegisterInstitution(
            UUID institution,
            @Nullable String code,
            String name,
            SchoolKind kind,
            Ownership ownership,
            String locatedIn,
            Administration administeredBy,
            boolean enrols,
            boolean demo,
            LocalDate on)
            implements InstitutionCommand {}

    /** Any of name, place and authority; what is absent stays. */
    record ChangeInstitution(
            @Nullable String name,
            @Nullable String locatedIn,
            @Nullable Administration administeredBy,
            LocalDate on) implements InstitutionCommand {}

    record RecodeInstitution(String code, LocalDate on) implements InstitutionCommand {}

    record SuspendEnrolment(@Nullable String reason, LocalDate on) implements InstitutionCommand {}

    record ResumeEnrolment(@Nullable String reason, LocalDate on) implements InstitutionCommand {}

    /**
     * Files the conditions of a year.
     *
     * @param values by condition code
     * @param notApplicable codes of conditions that do not count for this school
     * @param profile which row of the standards; absent for the usual one of the kind
     */
    record FileConditionSheet(
            int year,
            Map<String, BigDecimal> values,
            Set<String> notApplicable,
            Headcount headcount,
            @Nullable String profile,
            ConditionStandards standards,
            LocalDate on)
            implements InstitutionCommand {}

    record CloseInstitution(@Nullable UUID successor, LocalDate on) implements InstitutionCommand {}

    /** Persons on the reference day of the year, never negative. */
    record Headcount(int students, int teachers, int specialisedTeachers, int dualQualifiedTeachers) {}
}
