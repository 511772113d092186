package cn.chuyi.registry.project;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.journal.RefusedException;
import cn.chuyi.registry.division.Divisions;
import cn.chuyi.registry.institution.Institutions;
import cn.chuyi.registry.programme.Programmes;
import cn.chuyi.registry.project.ProjectEvent.LeadUnit;
import cn.chuyi.registry.project.ProjectEvent.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks what a project names beyond itself: programme, task, kind, division, institutions. */
@ApplicationScoped
class Declaration {
    private final Programmes programmes;
    private final Divisions divisions;
    private final Institutions institutions;

    Declaration(Programmes programmes, Divisions divisions, Institutions institutions) {
        this.programmes = programmes;
        this.divisions = divisions;
        this.institutions = institutions;
    }

    /** Refuses unless the task of the programme takes projects of that kind. */
    void require(String programme, String task, String kind) {
        var plan = programmes.plan(programme);
        if (plan == null) {
            throw refused(Refusal.of(ProjectRule.PROGRAMME_NOT_KNOWN, programme).at("/programme"));
        }
        var kinds = plan.tasks().get(task);
        if (kinds == null) {
            throw refused(
                    Refusal.of(ProjectRule.TASK_NOT_KNOWN, programme, task).at("/task"));
        }
        if (!kinds.contains(kind)) {
            String known = String.join(", ", kinds.stream().sorted().toList());
            throw refused(
                    Refusal.of(ProjectRule.KIND_NOT_OF_TASK, task, kind, known).at("/kind"));
        }
    }

    void standing(String division, LocalDate day) {
        if (!divisions.standsOn(division, day)) {
            throw refused(
                    Refusal.of(ProjectRule.DIVISION_NOT_STANDING, division, day).at("/locatedIn"));
        }
    }

    /** The lead unit with what the register knows of it; one that names no institution is taken by its name. */
    LeadUnit lead(@Nullable UUID institution, @Nullable String code, @Nullable String name) {
        if (institution == null && code == null) {
            return new LeadUnit(null, null, named(name, "/leadUnit/name"));
        }
        var found = institutions.find(institution != null ? institution.toString() : "code:" + code);
        if (found == null) {
            String at = institution != null ? "/leadUnit/institution" : "/leadUnit/code";
            throw refused(
                    Refusal.of(ProjectRule.LEAD_UNIT_UNKNOWN, institution != null ? institution : String.valueOf(code))
                            .at(at));
        }
        return new LeadUnit(found.id(), found.code(), name == null ? found.name() : name);
    }

    Member member(@Nullable UUID institution, @Nullable String name) {
        if (institution == null) {
            return new Member(null, named(name, "/name"));
        }
        var found = institutions.find(institution.toString());
        if (found == null) {
            throw refused(Refusal.of(ProjectRule.LEAD_UNIT_UNKNOWN, institution).at("/institution"));
        }
        return new Member(found.id(), name == null ? found.name() : name);
    }

    private static String named(@Nullable String name, String pointer) {
        if (name == null || name.isBlank()) {
            throw refused(Refusal.of(ProjectRule.NAME_MISSING).at(pointer));
        }
        return name;
    }

    private static RefusedException refused(Refusal refusal) {
        return new RefusedException(refusal);
    }
}
