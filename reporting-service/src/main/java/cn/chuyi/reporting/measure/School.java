package cn.chuyi.reporting.measure;

import cn.chuyi.reporting.fact.RegistryFact.Authority;
import cn.chuyi.reporting.fact.RegistryFact.ConditionSheetFiled;
import cn.chuyi.reporting.fact.RegistryFact.EnrolmentResumed;
import cn.chuyi.reporting.fact.RegistryFact.EnrolmentSuspended;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionAuthorityChanged;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionClosed;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRelocated;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRenamed;
import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An institution as it stands at a moment.
 *
 * @param stream its id among the facts
 * @param locatedIn code of the division it stands in
 * @param administeredBy code of the division whose government runs it; absent when none does
 * @param sheet of the moment's year; absent when none was filed
 */
public record School(
        String stream,
        String name,
        String kind,
        boolean publicSchool,
        boolean open,
        boolean enrols,
        String locatedIn,
        @Nullable String administeredBy,
        @Nullable Sheet sheet) {

    /** @return absent when the institution is not registered by then */
    public static @Nullable School at(Moment moment, String stream, List<OfInstitution> facts) {
        School school = null;
        for (var fact : facts) {
            school = next(school, moment, stream, fact);
        }
        return school;
    }

    /** One step of {@link #at}: what an institution is after one more fact. */
    public static @Nullable School next(@Nullable School before, Moment moment, String stream, OfInstitution fact) {
        if (!moment.counts(fact.effectiveOn())) {
            return before;
        }
        return fact instanceof InstitutionRegistered registered
                ? registered(stream, registered)
                : before == null ? null : before.after(fact, moment);
    }

    private static School registered(String stream, InstitutionRegistered fact) {
        return new School(
                stream,
                fact.name(),
                fact.kind(),
                fact.ownership().equals("PUBLIC"),
                true,
                !Boolean.FALSE.equals(fact.enrols()),
                fact.locatedIn(),
                fact.administeredBy().division(),
                null);
    }

    private School after(OfInstitution fact, Moment moment) {
        return switch (fact) {
            case InstitutionRegistered _ -> this;
            case InstitutionRenamed f -> with(f.name(), open, enrols, locatedIn, administeredBy, sheet);
            case InstitutionRelocated f -> with(name, open, enrols, f.locatedIn(), administeredBy, sheet);
            case InstitutionAuthorityChanged(Authority authority, var _) ->
                with(name, open, enrols, locatedIn, authority.division(), sheet);
            case EnrolmentSuspended _ -> with(name, open, false, locatedIn, administeredBy, sheet);
            case EnrolmentResumed _ -> with(name, open, true, locatedIn, administeredBy, sheet);
            case InstitutionClosed _ -> with(name, false, enrols, locatedIn, administeredBy, sheet);
            case ConditionSheetFiled f
            when f.year() == moment.year() -> with(name, open, enrols, locatedIn, administeredBy, Sheet.of(f));
            case ConditionSheetFiled _ -> this;
        };
    }

    private School with(
            String name,
            boolean open,
            boolean enrols,
            String locatedIn,
            @Nullable String administeredBy,
            @Nullable Sheet sheet) {
        return new School(stream, name, kind, publicSchool, open, enrols, locatedIn, administeredBy, sheet);
    }

    boolean meetsAllConditions() {
        return sheet != null && sheet.meetsAll();
    }
}
