package cn.chuyi.registry.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can happen to a project. Listed (立项) is not built: only acceptance and recognition say so. */
public sealed interface ProjectEvent {

    UUID project();

    LocalDate effectiveOn();

    /**
     * A project was declared (申报).
     *
     * @param kind a kind of project of the programme, which says what stages it has and what it reports
     * @param locatedIn division to which it is attributed
     * @param demo whether it is invented for demonstration
     */
    record ProjectDeclared(
            UUID project,
            String programme,
            String task,
            String kind,
            String name,
            LeadUnit leadUnit,
            String locatedIn,
            boolean demo,
            LocalDate effectiveOn)
            implements ProjectEvent {}

    /** @param by division that recommends it */
    record ProjectRecommended(UUID project, String by, LocalDate effectiveOn) implements ProjectEvent {}

    /** The project stands on the published list of one batch (立项). */
    record ProjectListed(UUID project, String batch, String notice, LocalDate effectiveOn) implements ProjectEvent {}

    /** @param planned points of the year; a later agreement of the same year replaces it */
    record ProjectTaskBookAgreed(UUID project, int year, BigDecimal planned, LocalDate effectiveOn)
            implements ProjectEvent {}

    /**
     * How far the year's task book is done.
     *
     * @param done points of the year so far, at most what is planned; a later report of the year replaces it
     * @param evidence SHA-256 of each document, lower case hex
     */
    record ProjectProgressReported(
            UUID project, int year, BigDecimal done, List<String> evidence, LocalDate effectiveOn)
            implements ProjectEvent {}

    record ProjectStageReached(UUID project, String stage, LocalDate effectiveOn) implements ProjectEvent {}

    /** @param amount CNY for the year; a later plan of the same year replaces it */
    record ProjectFundsPlanned(UUID project, int year, BigDecimal amount, LocalDate effectiveOn)
            implements ProjectEvent {}

    /** @param amount CNY of one payment; payments add up */
    record ProjectFundsPaidIn(UUID project, int year, BigDecimal amount, LocalDate effectiveOn)
            implements ProjectEvent {}

    record ProjectMemberJoined(UUID project, Member member, LocalDate effectiveOn) implements ProjectEvent {}

    record ProjectMemberLeft(UUID project, Member member, LocalDate effectiveOn) implements ProjectEvent {}

    /** Passed the final inspection (验收). */
    record ProjectAccepted(UUID project, LocalDate effectiveOn) implements ProjectEvent {}

    /** Recognised by a public notice (认定). */
    record ProjectRecognised(UUID project, String notice, LocalDate effectiveOn) implements ProjectEvent {}

    /** Ended without result, or revoked (终止/撤销). */
    record ProjectTerminated(UUID project, String reason, LocalDate effectiveOn) implements ProjectEvent {}

    /**
     * Who leads it.
     *
     * @param institution absent when the lead unit is no registered institution, for example a government office
     * @param code school code of that institution, if it has one
     */
    record LeadUnit(@Nullable UUID institution, @Nullable String code, String name) {}

    /** A member of a group; one that is no registered institution is known by its name. */
    record Member(@Nullable UUID institution, String name) {
        boolean same(Member other) {
            return institution != null ? institution.equals(other.institution) : name.equals(other.name);
        }
    }
}
