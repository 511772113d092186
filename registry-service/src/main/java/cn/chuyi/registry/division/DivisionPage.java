package cn.chuyi.registry.division;

import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.division.DivisionEvent.DivisionClosed;
import cn.chuyi.registry.division.DivisionEvent.DivisionRecoded;
import cn.chuyi.registry.division.DivisionEvent.DivisionRegistered;
import cn.chuyi.registry.division.DivisionEvent.DivisionRenamed;
import cn.chuyi.registry.division.DivisionEvent.UnifiedArrangementApproved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that the register knows of one division code, folded from its facts. */
@Schema(name = "Division")
@SuppressWarnings("NullAway.Init")
final class DivisionPage {
    public String code;
    public String name;
    public DivisionLevel level;
    public @Nullable String parent;
    public LocalDate openedOn;
    public @Nullable LocalDate closedOn;
    public @Nullable String predecessor;
    public @Nullable String successor;
    public List<Named> names = new ArrayList<>();
    public List<Arrangement> unifiedArrangements = new ArrayList<>();
    public List<FormerCode> formerCodes = new ArrayList<>();

    /** A name and the first day on which it holds. */
    record Named(String name, LocalDate from) {}

    /** 市级统筹 of some kinds of school. */
    @Schema(name = "UnifiedArrangement")
    record Arrangement(List<SchoolKind> schoolKinds, String document, LocalDate from) {}

    /** A code that the division had before, until the day on which the next one took over. */
    record FormerCode(
            String code,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {}

    void apply(DivisionEvent event) {
        switch (event) {
            case DivisionRegistered e -> open(e.code(), e.name(), e.level(), e.parent(), e.effectiveOn());
            case DivisionRecoded e -> {
                open(e.code(), e.name(), e.level(), e.parent(), e.effectiveOn());
                predecessor = e.predecessor();
            }
            case DivisionRenamed e -> rename(e.name(), e.effectiveOn());
            case DivisionClosed e -> {
                closedOn = e.effectiveOn();
                successor = e.successor();
            }
            case UnifiedArrangementApproved e ->
                unifiedArrangements.add(new Arrangement(e.schoolKinds(), e.document(), e.effectiveOn()));
        }
    }

    /** The name on that day; the first one for days before. */
    String nameOn(LocalDate day) {
        String found = names.getFirst().name();
        for (Named named : names) {
            if (!named.from().isAfter(day)) {
                found = named.name();
            }
        }
        return found;
    }

    private void open(
            String itsCode, String itsName, DivisionLevel itsLevel, @Nullable String itsParent, LocalDate on) {
        code = itsCode;
        level = itsLevel;
        parent = itsParent;
        openedOn = on;
        rename(itsName, on);
    }

    private void rename(String next, LocalDate on) {
        names.add(new Named(next, on));
        names.sort(Comparator.comparing(Named::from));
        name = names.getLast().name();
    }
}
