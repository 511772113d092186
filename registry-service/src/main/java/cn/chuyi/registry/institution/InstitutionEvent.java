package cn.chuyi.registry.institution;

import cn.chuyi.registry.SchoolKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can happen to an institution. Names, codes and places change; the identity does not. */
public sealed interface InstitutionEvent {

    UUID institution();

    LocalDate effectiveOn();

    /**
     * An institution entered the register.
     *
     * @param code 学校(机构)标识码, ten digits; absent for schools that have none, as many technician schools
     * @param locatedIn division where it stands, which need not be the division that runs it
     * @param demo whether it is invented for demonstration
     */
    record InstitutionRegistered(
            UUID institution,
            @Nullable String code,
            String name,
            SchoolKind kind,
            Ownership ownership,
            String locatedIn,
            Administration administeredBy,
            boolean enrols,
            boolean demo,
            LocalDate effectiveOn)
            implements InstitutionEvent {}

    record InstitutionRenamed(UUID institution, String name, LocalDate effectiveOn) implements InstitutionEvent {}

    record InstitutionRelocated(UUID institution, String locatedIn, LocalDate effectiveOn)
            implements InstitutionEvent {}

    record InstitutionAuthorityChanged(UUID institution, Administration administeredBy, LocalDate effectiveOn)
            implements InstitutionEvent {}

    record InstitutionRecoded(UUID institution, String code, LocalDate effectiveOn) implements InstitutionEvent {}

    record EnrolmentSuspended(UUID institution, @Nullable String reason, LocalDate effectiveOn)
            implements InstitutionEvent {}

    record EnrolmentResumed(UUID institution, @Nullable String reason, LocalDate effectiveOn)
            implements InstitutionEvent {}

    /**
     * The conditions of one year, with the standards that held when it was filed. A later sheet of the year replaces it.
     *
     * @param specialisedTeachers teachers of specialised courses (专业课教师), among {@code teachers}
     * @param dualQualifiedTeachers “双师型” teachers, among {@code specialisedTeachers}
     */
    record ConditionSheetFiled(
            UUID institution,
            int year,
            List<Condition> conditions,
            int students,
            int teachers,
            int specialisedTeachers,
            int dualQualifiedTeachers,
            LocalDate effectiveOn)
            implements InstitutionEvent {}

    record InstitutionClosed(UUID institution, @Nullable UUID successor, LocalDate effectiveOn)
            implements InstitutionEvent {}

    /**
     * One line of a sheet.
     *
     * @param code for example {@code S-01}
     * @param value absent when it is not known, which does not meet the standard
     * @param applicable whether the line counts at all
     */
    record Condition(
            String code, @Nullable BigDecimal value, BigDecimal standard, Direction direction, boolean applicable) {}

    /** Which side of the standard is good. */
    enum Direction {
        AT_LEAST,
        AT_MOST
    }

    /** 公办 or 民办. */
    enum Ownership {
        PUBLIC,
        PRIVATE
    }

    /**
     * Who runs it (主管部门).
     *
     * @param authority name of the authority
     * @param division division of that government; absent for authorities outside the divisions, such as a ministry
     */
    record Administration(String authority, @Nullable String division) {}
}
