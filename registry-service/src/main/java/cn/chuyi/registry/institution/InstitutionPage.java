package cn.chuyi.registry.institution;

import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.institution.InstitutionEvent.Administration;
import cn.chuyi.registry.institution.InstitutionEvent.Condition;
import cn.chuyi.registry.institution.InstitutionEvent.ConditionSheetFiled;
import cn.chuyi.registry.institution.InstitutionEvent.EnrolmentResumed;
import cn.chuyi.registry.institution.InstitutionEvent.EnrolmentSuspended;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionAuthorityChanged;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionClosed;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRecoded;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRegistered;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRelocated;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRenamed;
import cn.chuyi.registry.institution.InstitutionEvent.Ownership;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that the register knows of one institution, folded from its facts. */
@Schema(name = "Institution")
@SuppressWarnings("NullAway.Init")
final class InstitutionPage {
    public UUID id;
    public @Nullable String code;
    public String name;
    public SchoolKind kind;
    public Ownership ownership;
    public String locatedIn;
    public Administration administeredBy;
    public boolean enrols;
    public boolean demo;
    public LocalDate registeredOn;
    public @Nullable LocalDate closedOn;
    public @Nullable UUID successor;
    public List<Dated> names = new ArrayList<>();
    public List<Dated> codes = new ArrayList<>();
    public List<Dated> locations = new ArrayList<>();
    public List<Authority> authorities = new ArrayList<>();
    public List<Enrolment> enrolment = new ArrayList<>();
    public List<Sheet> conditionSheets = new ArrayList<>();

    /** A value and the first day on which it holds. */
    record Dated(String value, LocalDate from) {}

    record Authority(Administration administeredBy, LocalDate from) {}

    /** Enrolment began to rest, or to go on, on that day. */
    record Enrolment(boolean enrols, @Nullable String reason, LocalDate from) {}

    /** The sheet that stands for a year. */
    @Schema(name = "ConditionSheet")
    record Sheet(
            int year,
            List<Condition> conditions,
            int students,
            int teachers,
            int specialisedTeachers,
            int dualQualifiedTeachers,
            LocalDate effectiveOn) {}

    void apply(InstitutionEvent event) {
        switch (event) {
            case InstitutionRegistered e -> register(e);
            case InstitutionRenamed e -> name = latest(names, e.name(), e.effectiveOn());
            case InstitutionRelocated e -> locatedIn = latest(locations, e.locatedIn(), e.effectiveOn());
            case InstitutionRecoded e -> code = latest(codes, e.code(), e.effectiveOn());
            case InstitutionAuthorityChanged e -> {
                administeredBy = e.administeredBy();
                authorities.add(new Authority(e.administeredBy(), e.effectiveOn()));
            }
            case EnrolmentSuspended e -> enrol(false, e.reason(), e.effectiveOn());
            case EnrolmentResumed e -> enrol(true, e.reason(), e.effectiveOn());
            case ConditionSheetFiled e -> file(e);
            case InstitutionClosed e -> {
                closedOn = e.effectiveOn();
                successor = e.successor();
            }
        }
    }

    /** What anybody may see: who and where it is, not how it fares. */
    InstitutionPage publicPart() {
        conditionSheets = List.of();
        return this;
    }

    private void register(InstitutionRegistered e) {
        id = e.institution();
        kind = e.kind();
        ownership = e.ownership();
        enrols = e.enrols();
        demo = e.demo();
        registeredOn = e.effectiveOn();
        name = latest(names, e.name(), e.effectiveOn());
        locatedIn = latest(locations, e.locatedIn(), e.effectiveOn());
        code = e.code() == null ? null : latest(codes, e.code(), e.effectiveOn());
        administeredBy = e.administeredBy();
        authorities.add(new Authority(e.administeredBy(), e.effectiveOn()));
    }

    private void enrol(boolean next, @Nullable String reason, LocalDate from) {
        enrols = next;
        enrolment.add(new Enrolment(next, reason, from));
    }

    private void file(ConditionSheetFiled e) {
        conditionSheets.removeIf(sheet -> sheet.year() == e.year());
        conditionSheets.add(new Sheet(
                e.year(),
                e.conditions(),
                e.students(),
                e.teachers(),
                e.specialisedTeachers(),
                e.dualQualifiedTeachers(),
                e.effectiveOn()));
        conditionSheets.sort(Comparator.comparing(Sheet::year).reversed());
    }

    /** Adds a value that was recorded last; it is the present one, whatever its date. */
    private static String latest(List<Dated> values, String value, LocalDate from) {
        values.add(new Dated(value, from));
        return value;
    }
}
