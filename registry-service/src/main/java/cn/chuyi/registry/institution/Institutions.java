package cn.chuyi.registry.institution;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.journal.Aggregate;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.kit.journal.RefusedException;
import cn.chuyi.registry.institution.InstitutionEvent.ConditionSheetFiled;
import cn.chuyi.registry.institution.InstitutionEvent.EnrolmentResumed;
import cn.chuyi.registry.institution.InstitutionEvent.EnrolmentSuspended;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionAuthorityChanged;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionClosed;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRecoded;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRegistered;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRelocated;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRenamed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The shell around {@link Institution}, and what other features may ask of institutions. */
@ApplicationScoped
public class Institutions {
    private static final String BY_CODE = "code:";

    static final JsonEventCodec<InstitutionEvent> CODEC = JsonEventCodec.of(InstitutionEvent.class, "chuyi.registry.")
            .add("institution-registered.v1", InstitutionRegistered.class)
            .add("institution-renamed.v1", InstitutionRenamed.class)
            .add("institution-relocated.v1", InstitutionRelocated.class)
            .add("institution-authority-changed.v1", InstitutionAuthorityChanged.class)
            .add("institution-recoded.v1", InstitutionRecoded.class)
            .add("enrolment-suspended.v1", EnrolmentSuspended.class)
            .add("enrolment-resumed.v1", EnrolmentResumed.class)
            .add("condition-sheet-filed.v1", ConditionSheetFiled.class)
            .add("institution-closed.v1", InstitutionClosed.class)
            .build();
    private static final Aggregate<Institution, InstitutionEvent> AGGREGATE =
            new Aggregate<>(Institution.INITIAL, Institution::evolve, CODEC);

    private final Journal journal;

    Institutions(Journal journal) {
        this.journal = journal;
    }

    /** An institution by the name that others use for it. */
    public record Registered(UUID id, @Nullable String code, String name) {}

    /** By identifier, or by {@code code:} and a school code, present or former; absent when there is none. */
    public @Nullable Registered find(String idOrCode) {
        InstitutionRow row = row(idOrCode);
        return row == null ? null : new Registered(row.id, row.code, row.name);
    }

    static String stream(UUID id) {
        return "institution-" + id;
    }

    Outcome<Institution, InstitutionEvent> handle(UUID id, @Nullable Long ifMatch, InstitutionCommand command) {
        var outcome = journal.handle(AGGREGATE, stream(id), ifMatch, now -> Institution.decide(now, command));
        InstitutionRow.fold(outcome);
        for (InstitutionEvent event : outcome.events()) {
            switch (event) {
                case InstitutionRegistered e when e.code() != null -> take(e.code(), id);
                case InstitutionRecoded e -> take(e.code(), id);
                default -> {}
            }
        }
        return outcome;
    }

    InstitutionRow known(String idOrCode) {
        InstitutionRow row = row(idOrCode);
        if (row == null) {
            throw new RefusedException(Refusal.of(InstitutionRule.INSTITUTION_UNKNOWN, idOrCode));
        }
        return row;
    }

    /** The table's primary key decides, also between two requests at once. Taking back an own former code is fine. */
    private void take(String code, UUID institution) {
        SchoolCodeRow holder = SchoolCodeRow.of(code);
        if (holder == null) {
            insert(code, institution);
        } else if (!holder.institution.equals(institution)) {
            throw taken(code);
        }
    }

    private void insert(String code, UUID institution) {
        var row = new SchoolCodeRow();
        row.code = code;
        row.institution = institution;
        journal.flush(); // so that facts go before rows, as in every other command, and no two wait for each other
        try {
            row.persistAndFlush();
        } catch (ConstraintViolationException e) {
            throw taken(code);
        }
    }

    private static RefusedException taken(String code) {
        return new RefusedException(
                Refusal.of(InstitutionRule.SCHOOL_CODE_TAKEN, code).at("/code"));
    }

    private static @Nullable InstitutionRow row(String idOrCode) {
        if (idOrCode.startsWith(BY_CODE)) {
            SchoolCodeRow holder = SchoolCodeRow.of(idOrCode.substring(BY_CODE.length()));
            return holder == null ? null : InstitutionRow.findById(holder.institution);
        }
        try {
            return InstitutionRow.findById(UUID.fromString(idOrCode));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
