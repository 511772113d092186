package cn.chuyi.registry.institution;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;
import static cn.chuyi.registry.institution.InstitutionRule.BEFORE_REGISTRATION;
import static cn.chuyi.registry.institution.InstitutionRule.ENROLMENT_ALREADY_SUSPENDED;
import static cn.chuyi.registry.institution.InstitutionRule.ENROLMENT_NOT_SUSPENDED;
import static cn.chuyi.registry.institution.InstitutionRule.INSTITUTION_CLOSED;
import static cn.chuyi.registry.institution.InstitutionRule.INSTITUTION_EXISTS;
import static cn.chuyi.registry.institution.InstitutionRule.INSTITUTION_UNKNOWN;
import static cn.chuyi.registry.institution.InstitutionRule.SCHOOL_CODE_MALFORMED;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.institution.InstitutionCommand.ChangeInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.CloseInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.FileConditionSheet;
import cn.chuyi.registry.institution.InstitutionCommand.RecodeInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.RegisterInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.ResumeEnrolment;
import cn.chuyi.registry.institution.InstitutionCommand.SuspendEnrolment;
import cn.chuyi.registry.institution.InstitutionEvent.Administration;
import cn.chuyi.registry.institution.InstitutionEvent.ConditionSheetFiled;
import cn.chuyi.registry.institution.InstitutionEvent.EnrolmentResumed;
import cn.chuyi.registry.institution.InstitutionEvent.EnrolmentSuspended;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionAuthorityChanged;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionClosed;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRecoded;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRegistered;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRelocated;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRenamed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An institution as its facts tell it. */
sealed interface Institution {

    Institution INITIAL = new Unregistered();

    record Unregistered() implements Institution {}

    record Open(
            UUID id,
            @Nullable String code,
            String name,
            SchoolKind kind,
            String locatedIn,
            Administration administeredBy,
            boolean enrols,
            LocalDate since)
            implements Institution {

        Open named(String next) {
            return new Open(id, code, next, kind, locatedIn, administeredBy, enrols, since);
        }

        Open coded(String next) {
            return new Open(id, next, name, kind, locatedIn, administeredBy, enrols, since);
        }

        Open located(String next) {
            return new Open(id, code, name, kind, next, administeredBy, enrols, since);
        }

        Open administered(Administration next) {
            return new Open(id, code, name, kind, locatedIn, next, enrols, since);
        }

        Open enrolling(boolean next) {
            return new Open(id, code, name, kind, locatedIn, administeredBy, next, since);
        }
    }

    record Closed(LocalDate on) implements Institution {}

    static Decision<InstitutionEvent> decide(Institution institution, InstitutionCommand command) {
        if (command instanceof RegisterInstitution c) {
            return register(institution, c);
        }
        return switch (institution) {
            case Unregistered _ -> refuse(INSTITUTION_UNKNOWN, "");
            case Closed closed -> refuse(INSTITUTION_CLOSED, closed.on());
            case Open o
            when command.on().isBefore(o.since()) ->
                refuse(Refusal.of(BEFORE_REGISTRATION, o.since()).at("/effectiveOn"));
            case Open o -> change(o, command);
        };
    }

    private static Decision<InstitutionEvent> change(Open o, InstitutionCommand command) {
        return switch (command) {
            case RegisterInstitution _ -> refuse(INSTITUTION_EXISTS, o.name());
            case ChangeInstitution c -> change(o, c);
            case RecodeInstitution c -> recode(o, c);
            case SuspendEnrolment c ->
                o.enrols()
                        ? accept(new EnrolmentSuspended(o.id(), c.reason(), c.on()))
                        : refuse(ENROLMENT_ALREADY_SUSPENDED);
            case ResumeEnrolment c ->
                o.enrols() ? refuse(ENROLMENT_NOT_SUSPENDED) : accept(new EnrolmentResumed(o.id(), c.reason(), c.on()));
            case FileConditionSheet c -> ConditionSheet.file(o.id(), o.kind(), c);
            case CloseInstitution c -> accept(new InstitutionClosed(o.id(), c.successor(), c.on()));
        };
    }

    static Institution evolve(Institution institution, InstitutionEvent event) {
        if (event instanceof InstitutionRegistered e) {
            return new Open(
                    e.institution(),
                    e.code(),
                    e.name(),
                    e.kind(),
                    e.locatedIn(),
                    e.administeredBy(),
                    e.enrols(),
                    e.effectiveOn());
        }
        return institution instanceof Open o ? evolve(o, event) : institution;
    }

    private static Institution evolve(Open o, InstitutionEvent event) {
        return switch (event) {
            case InstitutionRegistered _, ConditionSheetFiled _ -> o;
            case InstitutionRenamed e -> o.named(e.name());
            case InstitutionRelocated e -> o.located(e.locatedIn());
            case InstitutionAuthorityChanged e -> o.administered(e.administeredBy());
            case InstitutionRecoded e -> o.coded(e.code());
            case EnrolmentSuspended _ -> o.enrolling(false);
            case EnrolmentResumed _ -> o.enrolling(true);
            case InstitutionClosed e -> new Closed(e.effectiveOn());
        };
    }

    private static Decision<InstitutionEvent> register(Institution institution, RegisterInstitution c) {
        if (!(institution instanceof Unregistered)) {
            return refuse(INSTITUTION_EXISTS, c.institution());
        }
        Refusal refusal = c.code() == null ? null : malformed(c.code(), c.locatedIn());
        return refusal != null
                ? refuse(refusal)
                : accept(new InstitutionRegistered(
                        c.institution(),
                        c.code(),
                        c.name(),
                        c.kind(),
                        c.ownership(),
                        c.locatedIn(),
                        c.administeredBy(),
                        c.enrols(),
                        c.demo(),
                        c.on()));
    }

    private static Decision<InstitutionEvent> change(Open o, ChangeInstitution c) {
        var events = new ArrayList<InstitutionEvent>();
        if (c.name() != null && !c.name().equals(o.name())) {
            events.add(new InstitutionRenamed(o.id(), c.name(), c.on()));
        }
        if (c.locatedIn() != null && !c.locatedIn().equals(o.locatedIn())) {
            events.add(new InstitutionRelocated(o.id(), c.locatedIn(), c.on()));
        }
        if (c.administeredBy() != null && !c.administeredBy().equals(o.administeredBy())) {
            events.add(new InstitutionAuthorityChanged(o.id(), c.administeredBy(), c.on()));
        }
        return accept(events);
    }

    private static Decision<InstitutionEvent> recode(Open o, RecodeInstitution c) {
        if (c.code().equals(o.code())) {
            return accept();
        }
        Refusal refusal = malformed(c.code(), o.locatedIn());
        return refusal != null ? refuse(refusal) : accept(new InstitutionRecoded(o.id(), c.code(), c.on()));
    }

    /** The two digits after the kind are the province, which is also how the division code begins. */
    private static @Nullable Refusal malformed(String code, String division) {
        String province = division.substring(0, 2);
        return code.matches("(36|41|42|93)" + province + "\\d{6}")
                ? null
                : Refusal.of(SCHOOL_CODE_MALFORMED, code, province).at("/code");
    }
}
