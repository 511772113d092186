package cn.chuyi.registry.institution;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.journal.RefusedException;
import cn.chuyi.registry.division.Divisions;
import cn.chuyi.registry.institution.InstitutionEvent.Administration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an institution belongs: to the division where it stands and to the one that runs it. */
@ApplicationScoped
class InstitutionScope {
    private final Access access;
    private final Divisions divisions;

    InstitutionScope(Access access, Divisions divisions) {
        this.access = access;
        this.divisions = divisions;
    }

    boolean may(String action, String locatedIn, @Nullable String administeredBy) {
        return access.may(action, locatedIn) || (administeredBy != null && access.may(action, administeredBy));
    }

    /** Refuses with 403 unless the caller reaches one of the two. */
    void require(String action, String locatedIn, @Nullable String administeredBy) {
        if (!may(action, locatedIn, administeredBy)) {
            access.require(action, locatedIn);
        }
    }

    void require(String action, InstitutionRow row) {
        require(action, row.locatedIn, row.administeredBy);
    }

    /** Refuses unless the divisions that are named stand on that day. */
    void standing(@Nullable String locatedIn, @Nullable Administration administeredBy, LocalDate day) {
        standing(locatedIn, "/locatedIn", day);
        standing(administeredBy == null ? null : administeredBy.division(), "/administeredBy/division", day);
    }

    private void standing(@Nullable String division, String pointer, LocalDate day) {
        if (division != null && !divisions.standsOn(division, day)) {
            throw new RefusedException(Refusal.of(InstitutionRule.DIVISION_NOT_STANDING, division, day)
                    .at(pointer));
        }
    }
}
