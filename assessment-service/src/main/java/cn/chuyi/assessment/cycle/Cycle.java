package cn.chuyi.assessment.cycle;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.cycle.CycleCommand.CloseScoring;
import cn.chuyi.assessment.cycle.CycleCommand.IssueNotice;
import cn.chuyi.assessment.cycle.CycleCommand.ListUnits;
import cn.chuyi.assessment.cycle.CycleCommand.OpenCycle;
import cn.chuyi.assessment.cycle.CycleCommand.PublishCycle;
import cn.chuyi.assessment.cycle.CycleCommand.SetDeadline;
import cn.chuyi.assessment.cycle.CycleEvent.CatalogueInForce;
import cn.chuyi.assessment.cycle.CycleEvent.CycleOpened;
import cn.chuyi.assessment.cycle.CycleEvent.CyclePublished;
import cn.chuyi.assessment.cycle.CycleEvent.DeadlineSet;
import cn.chuyi.assessment.cycle.CycleEvent.NoticeIssued;
import cn.chuyi.assessment.cycle.CycleEvent.ScoringClosed;
import cn.chuyi.assessment.cycle.CycleEvent.UnitsListed;
import cn.chuyi.assessment.procedure.Timetable.Amount;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as its events tell it. Pure.
 *
 * @param opened absent as long as there is no such cycle
 * @param notice absent before the units were told
 * @param deadlines limits that the cycle set itself, by name
 */
public record Cycle(
        CycleId id,
        Status status,
        @Nullable CycleOpened opened,
        List<Unit> units,
        @Nullable NoticeIssued notice,
        Map<String, DeadlineSet> deadlines) {

    /** How far a cycle is. */
    public enum Status {
        DRAFT,
        INDICATORS_FROZEN,
        RUNNING,
        SCORING_CLOSED,
        PUBLISHED
    }

    public Cycle {
        units = List.copyOf(units);
        deadlines = Map.copyOf(deadlines);
    }

    static Cycle initial(CycleId id) {
        return new Cycle(id, Status.DRAFT, null, List.of(), null, Map.of());
    }

    /** Whether units have been told. */
    public boolean noticed() {
        return notice != null;
    }

    /** Whether values may no longer change. */
    public boolean scoringClosed() {
        return status.compareTo(Status.SCORING_CLOSED) >= 0;
    }

    /** Whether the cycle's numbers are invented. */
    public boolean demo() {
        return opened != null && opened.demo();
    }

    /** The amounts that the cycle set, by name of the limit. */
    public Map<String, Amount> amounts() {
        var amounts = new LinkedHashMap<String, Amount>();
        deadlines.forEach((step, set) -> amounts.put(step, new Amount(set.amount(), set.unit())));
        return amounts;
    }

    /** Digest of the catalogue that the units of a level go by; absent before the cycle is open. */
    public @Nullable String catalogue(Level level) {
        CatalogueInForce found = opened == null ? null : of(level, opened.catalogues());
        return found == null ? null : found.sha256();
    }

    static Decision<CycleEvent> decide(Cycle cycle, CycleCommand command) {
        if (cycle.opened() == null && !(command instanceof OpenCycle)) {
            return refuse(CycleRule.CYCLE_UNKNOWN);
        }
        return switch (command) {
            case OpenCycle c -> open(cycle, c);
            case ListUnits c -> list(cycle, c);
            case IssueNotice c -> issue(cycle, c);
            case SetDeadline c -> set(cycle, c);
            case CloseScoring c -> close(cycle, c);
            case PublishCycle c -> publish(cycle, c);
        };
    }

    private static Decision<CycleEvent> open(Cycle cycle, OpenCycle command) {
        for (Level level : Level.values()) {
            if (of(level, command.catalogues()) == null) {
                return refuse(CycleRule.CATALOGUES_NOT_FROZEN, level);
            }
        }
        var opened = new CycleOpened(
                cycle.id().programme(),
                cycle.id().year(),
                command.referenceDate(),
                command.catalogues(),
                command.demo());
        if (opened.equals(cycle.opened())) {
            return accept();
        }
        return cycle.noticed() ? refuse(CycleRule.NOTICE_ALREADY_ISSUED) : accept(opened);
    }

    private static Decision<CycleEvent> list(Cycle cycle, ListUnits command) {
        if (cycle.noticed()) {
            return refuse(CycleRule.NOTICE_ALREADY_ISSUED);
        }
        if (!command.unknown().isEmpty()) {
            return refuse(Refusal.of(CycleRule.UNIT_UNKNOWN, String.join(", ", command.unknown()))
                    .at("/codes"));
        }
        if (command.units().isEmpty()) {
            return refuse(CycleRule.NO_UNITS);
        }
        return command.units().equals(cycle.units())
                ? accept()
                : accept(new UnitsListed(cycle.id().programme(), cycle.id().year(), command.units()));
    }

    private static Decision<CycleEvent> issue(Cycle cycle, IssueNotice command) {
        if (cycle.noticed()) {
            return refuse(CycleRule.NOTICE_ALREADY_ISSUED);
        }
        if (cycle.units().isEmpty()) {
            return refuse(CycleRule.NO_UNITS);
        }
        for (CatalogueInForce latest : command.latest()) {
            if (!latest.sha256().equals(cycle.catalogue(latest.level()))) {
                return refuse(CycleRule.CATALOGUE_SUPERSEDED, latest.level(), "" + latest.revision());
            }
        }
        return accept(new NoticeIssued(cycle.id().programme(), cycle.id().year(), command.document(), command.on()));
    }

    private static Decision<CycleEvent> set(Cycle cycle, SetDeadline command) {
        if (!command.known()) {
            return refuse(Refusal.of(CycleRule.STEP_UNKNOWN, command.step()));
        }
        var set = new DeadlineSet(
                cycle.id().programme(),
                cycle.id().year(),
                command.step(),
                command.amount(),
                command.unit(),
                command.legalBasis());
        return set.equals(cycle.deadlines().get(command.step())) ? accept() : accept(set);
    }

    private static Decision<CycleEvent> close(Cycle cycle, CloseScoring command) {
        if (!cycle.noticed()) {
            return refuse(CycleRule.NOTICE_NOT_ISSUED);
        }
        if (cycle.scoringClosed()) {
            return accept();
        }
        return command.unscored() > 0
                ? refuse(CycleRule.CASES_NOT_SCORED, "" + command.unscored())
                : accept(new ScoringClosed(cycle.id().programme(), cycle.id().year(), command.on()));
    }

    private static Decision<CycleEvent> publish(Cycle cycle, PublishCycle command) {
        return switch (cycle.status()) {
            case DRAFT, INDICATORS_FROZEN, RUNNING -> refuse(CycleRule.SCORING_NOT_CLOSED);
            case PUBLISHED -> accept();
            case SCORING_CLOSED ->
                command.unpublished() > 0
                        ? refuse(CycleRule.CASES_NOT_PUBLISHED, "" + command.unpublished())
                        : accept(new CyclePublished(
                                cycle.id().programme(), cycle.id().year(), command.document(), command.on()));
        };
    }

    static Cycle evolve(Cycle cycle, CycleEvent event) {
        return switch (event) {
            case CycleOpened e ->
                new Cycle(cycle.id, Status.INDICATORS_FROZEN, e, cycle.units, cycle.notice, cycle.deadlines);
            case UnitsListed e ->
                new Cycle(cycle.id, cycle.status, cycle.opened, e.units(), cycle.notice, cycle.deadlines);
            case NoticeIssued e -> new Cycle(cycle.id, Status.RUNNING, cycle.opened, cycle.units, e, cycle.deadlines);
            case DeadlineSet e -> {
                var deadlines = new LinkedHashMap<>(cycle.deadlines);
                deadlines.put(e.step(), e);
                yield new Cycle(cycle.id, cycle.status, cycle.opened, cycle.units, cycle.notice, deadlines);
            }
            case ScoringClosed _ -> cycle.in(Status.SCORING_CLOSED);
            case CyclePublished _ -> cycle.in(Status.PUBLISHED);
        };
    }

    private Cycle in(Status next) {
        return new Cycle(id, next, opened, units, notice, deadlines);
    }

    private static @Nullable CatalogueInForce of(Level level, List<CatalogueInForce> catalogues) {
        return catalogues.stream()
                .filter(catalogue -> catalogue.level() == level)
                .findFirst()
                .orElse(null);
    }
}
