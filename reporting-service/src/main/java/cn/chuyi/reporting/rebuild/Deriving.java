package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.rebuild.memory.CaseMemory;
import cn.chuyi.reporting.rebuild.memory.RegisterMemory;
import cn.chuyi.reporting.rebuild.memory.Scoring;
import cn.chuyi.reporting.rebuild.table.RegisterRows;
import cn.chuyi.reporting.rebuild.table.ScoreRows;
import cn.chuyi.reporting.rebuild.table.Side;
import cn.chuyi.reporting.rebuild.table.UnitRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Writes into a side schema what the memory of the streams comes to: cycles, units, divisions, register and scores. */
public record Deriving(Side side, Workers workers, int threads) {

    /** @return all cycles, which the register is folded for */
    public List<Cycle> cycles(CaseMemory cases) {
        return side.call(sql -> {
            var cycles = new Cycles(sql);
            cycles.apply(cases.cycles());
            return cycles.all();
        });
    }

    public void units(CaseMemory cases) {
        new UnitRows(side).write(cases.units());
    }

    public void divisions(RegisterMemory register) {
        side.call(sql -> new Divisions(sql).apply(register.divisions()));
    }

    public void register(RegisterMemory register) {
        new RegisterRows(side, workers::checkpoint).write(register);
    }

    /**
     * Needs {@link #cycles} and {@link #divisions} to be done.
     *
     * @param scored is told of so many units, from several threads
     */
    public void score(List<Cycle> cycles, CaseMemory cases, RegisterMemory register, IntConsumer scored) {
        var units = new HashMap<String, List<Unit>>();
        var codes = new TreeSet<String>();
        for (var named : cases.units()) {
            units.computeIfAbsent(named.unit().cycle(), _ -> new ArrayList<>()).add(named.unit());
            codes.add(named.unit().code());
        }
        var areas = side.call(sql -> new Divisions(sql).areas(codes));
        try (var rows = new ScoreRows(side)) {
            cycles.forEach(cycle -> {
                var scoring = new Scoring(cycle, cases, register, areas);
                score(units.getOrDefault(cycle.id(), List.of()), family -> {
                    scoring.score(family).forEach(one -> rows.add(cycle, one));
                    scored.accept(family.size());
                });
            });
            rows.finish();
        }
    }

    /** @param family takes a city with its counties, in one of several threads */
    private void score(List<Unit> units, Consumer<List<Unit>> family) {
        var families = new TreeMap<String, List<Unit>>();
        units.forEach(unit ->
                families.computeIfAbsent(unit.family(), _ -> new ArrayList<>()).add(unit));
        var waiting = new ConcurrentLinkedQueue<>(families.values());
        workers.run(
                threads,
                _ -> {
                    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                        workers.checkpoint();
                        family.accept(next);
                    }
                },
                workers::checkpoint);
    }
}
