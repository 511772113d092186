package cn.chuyi.registry.division;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.journal.Aggregate;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.kit.journal.RefusedException;
import cn.chuyi.registry.division.DivisionCommand.CloseDivision;
import cn.chuyi.registry.division.DivisionCommand.SucceedDivision;
import cn.chuyi.registry.division.DivisionEvent.DivisionClosed;
import cn.chuyi.registry.division.DivisionEvent.DivisionRecoded;
import cn.chuyi.registry.division.DivisionEvent.DivisionRegistered;
import cn.chuyi.registry.division.DivisionEvent.DivisionRenamed;
import cn.chuyi.registry.division.DivisionEvent.UnifiedArrangementApproved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shell around {@link Division}, and what other features may ask of divisions. */
@ApplicationScoped
public class Divisions {
    /** Six digits of GB/T 2260. */
    public static final String CODE = "\\d{6}";

    static final JsonEventCodec<DivisionEvent> CODEC = JsonEventCodec.of(DivisionEvent.class, "chuyi.registry.")
            .add("division-registered.v1", DivisionRegistered.class)
            .add("division-renamed.v1", DivisionRenamed.class)
            .add("division-recoded.v1", DivisionRecoded.class)
            .add("division-closed.v1", DivisionClosed.class)
            .add("unified-arrangement-approved.v1", UnifiedArrangementApproved.class)
            .build();
    private static final Aggregate<Division, DivisionEvent> AGGREGATE =
            new Aggregate<>(Division.INITIAL, Division::evolve, CODEC);

    private final Journal journal;
    private final KnownTerritory territory;
    private final Event<KnownTerritory.Changed> changes;

    Divisions(Journal journal, KnownTerritory territory, Event<KnownTerritory.Changed> changes) {
        this.journal = journal;
        this.territory = territory;
        this.changes = changes;
    }

    /** Whether there is such a division on that day. */
    public boolean standsOn(String code, LocalDate day) {
        DivisionRow row = DivisionRow.of(code);
        return row != null && row.standsOn(day);
    }

    /** The code, what lies below it, and the former codes of both. */
    public Set<String> within(String code) {
        return territory.now().within(code);
    }

    static String stream(String code) {
        return "division-" + code;
    }

    Outcome<Division, DivisionEvent> handle(String code, @Nullable Long ifMatch, DivisionCommand command) {
        var outcome = journal.handle(AGGREGATE, stream(code), ifMatch, now -> Division.decide(now, command));
        DivisionRow.fold(outcome);
        if (!outcome.events().isEmpty()) {
            changes.fire(new KnownTerritory.Changed(code));
        }
        return outcome;
    }

    /** Closes the old code and opens the new one; both or neither. */
    void recode(String code, @Nullable Long ifMatch, SucceedDivision succession) {
        handle(code, ifMatch, new CloseDivision(code, succession.code(), true, succession.on()));
        handle(succession.code(), null, succession);
    }

    /** The row of a code. */
    DivisionRow known(String code) {
        DivisionRow row = DivisionRow.of(code);
        if (row == null) {
            throw new RefusedException(Refusal.of(DivisionRule.DIVISION_UNKNOWN, code));
        }
        return row;
    }
}
