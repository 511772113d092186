package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fact.AssessmentFact.OfCase;
import cn.chuyi.reporting.fact.AssessmentFact.OfCycle;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Register;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Touched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Folds a batch of facts: adds them to the ledger, folds only the streams they touch, and scores only the units that
 * those belong to, or belonged to before.
 */
public final class Fold {
    private final Sql sql;
    private final Ledger ledger;
    private final Cycles cycles;
    private final Divisions divisions;
    private final Register register;

    public Fold(Sql sql) {
        this.sql = sql;
        this.ledger = new Ledger(sql);
        this.cycles = new Cycles(sql);
        this.divisions = new Divisions(sql);
        this.register = new Register(sql, ledger);
    }

    /**
     * Facts of which none was folded before, each stream's in its order. Leaves what is written for {@link Sql#flush}.
     *
     * @param memory of all batches before this one, or of nothing
     */
    void fold(List<Recorded> batch, Announcer announcer, Memory memory) {
        ledger.append(batch);
        cycles.apply(batch);
        var places = divisions.apply(batch);
        memory.forget(batch);
        openCycles(batch);
        var touched = Touched.by(batch);
        places.addAll(register.refold(touched.changed(), memory.tables().cycles(cycles)));
        memory.tables().forgetPlaces(places);
        places.addAll(register.work(touched.worked(), memory.tables().cycles(cycles), memory.tables()));
        var affected = memory.tables().unitsAround(divisions, places);
        batch.forEach(recorded -> mark(affected, recorded));
        score(affected, announcer, memory);
    }

    /** @param affected codes of units, by cycle */
    void score(Map<String, Set<String>> affected, Announcer announcer, Memory memory) {
        new Scorekeeper(sql, announcer, memory).score(affected);
        announcer.finish();
    }

    /** As live folding does, but announcing nothing. */
    public void foldSilently(List<Recorded> batch) {
        fold(batch, Announcer.SILENT, new Memory());
        sql.flush();
    }

    /** Adds facts of which none was added before, and nothing else: {@link #scoreEverything} does the rest at once. */
    public void add(List<Recorded> batch) {
        ledger.append(batch);
        cycles.apply(batch);
        divisions.apply(batch);
        sql.flush();
    }

    /** Folds all streams and scores all units, announcing nothing. */
    public void scoreEverything() {
        register.refoldAll(cycles.all());
        scoreAll(Announcer.SILENT, new Memory());
    }

    /** Scores all units, a city with its counties at a time. */
    void scoreAll(Announcer announcer, Memory memory) {
        var keeper = new Scorekeeper(sql, announcer, memory);
        for (var cycle : cycles.all()) {
            var families = new HashMap<String, Set<String>>();
            for (var unit : cycles.units(cycle.id())) {
                families.computeIfAbsent(unit.family(), _ -> new TreeSet<>()).add(unit.code());
            }
            families.values().forEach(family -> keeper.score(Map.of(cycle.id(), family)));
        }
        announcer.finish();
        sql.flush();
    }

    private void openCycles(List<Recorded> batch) {
        if (batch.stream().anyMatch(recorded -> recorded.fact() instanceof CycleOpened)) {
            register.refoldAll(cycles.all());
        }
    }

    private void mark(Map<String, Set<String>> affected, Recorded recorded) {
        switch (recorded.fact()) {
            case OfCase fact ->
                of(affected, Cycle.id(fact.programme(), fact.year())).add(fact.unit());
            case OfCycle fact -> {
                var cycle = cycleOf(fact);
                cycles.units(cycle).forEach(unit -> of(affected, cycle).add(unit.code()));
            }
            case CatalogueFrozen fact -> {
                var cycle = Cycle.id(fact.programme(), fact.year());
                of(affected, cycle).addAll(cycles.codes(cycle, fact.level()));
            }
            default -> {}
        }
    }

    private static String cycleOf(OfCycle fact) {
        return Cycle.id(fact.programme(), fact.year());
    }

    private static Set<String> of(Map<String, Set<String>> affected, String cycle) {
        return affected.computeIfAbsent(cycle, _ -> new TreeSet<>());
    }
}
