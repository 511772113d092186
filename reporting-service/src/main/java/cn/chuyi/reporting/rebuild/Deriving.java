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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/** Writes into a side schema what the memory of the streams comes to: cycles, units, divisions, register and scores. */
public record Deriving(Side side, Workers workers, int threads) {

    /** @return all cycles, which the register is folded for */
    public List<Cycle> cycles(CaseMemory cases) {
        return side.call(sql -> {
            var cycles = new Cycles(sql);
            cycles.apply(cases.population());
            return cycles.all();
        });
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
        cycles.forEach(cycle -> score(cycle, cases, register, scored));
    }

    private void score(Cycle cycle, CaseMemory cases, RegisterMemory register, IntConsumer scored) {
        var units = side.call(sql -> new Cycles(sql).units(cycle.id()));
        var codes = units.stream().map(Unit::code).toList();
        var areas = side.call(sql -> new Divisions(sql).areas(codes));
        var scoring = new Scoring(cycle, cases, register, areas);
        var families = new TreeMap<String, List<Unit>>();
        units.forEach(unit ->
                families.computeIfAbsent(unit.family(), _ -> new ArrayList<>()).add(unit));
        var waiting = new ConcurrentLinkedQueue<>(families.values());
        workers.run(
                threads,
                _ -> {
                    try (var rows = new ScoreRows(side)) {
                        for (var family = waiting.poll(); family != null; family = waiting.poll()) {
                            workers.checkpoint();
                            scoring.score(family).forEach(one -> rows.add(cycle, one));
                            scored.accept(family.size());
                        }
                        rows.finish();
                    }
                },
                workers::checkpoint);
    }
}
