package cn.chuyi.reporting.rebuild.memory;

import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fact.AssessmentFact.ListedUnit;
import cn.chuyi.reporting.fact.AssessmentFact.UnitsListed;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The units that lists and cases name, as {@code Cycles} would put them into their table. */
public final class Population {
    private final Map<String, Named> units = new TreeMap<>();

    private Population() {}

    /** @param opened the case has spoken, which weighs more than the list */
    public record Named(Unit unit, boolean opened) {}

    /** @return by cycle and code */
    static List<Named> of(Collection<? extends Fact> facts) {
        var population = new Population();
        for (var each : facts) {
            switch (each) {
                case UnitsListed fact -> {
                    var cycle = Cycle.id(fact.programme(), fact.year());
                    fact.units().forEach(unit -> population.list(cycle, unit));
                }
                case CaseOpened fact -> population.open(Cycle.id(fact.programme(), fact.year()), fact);
                default -> {}
            }
        }
        return List.copyOf(population.units.values());
    }

    private void list(String cycle, ListedUnit fact) {
        var before = units.get(key(cycle, fact.code()));
        if (before == null || !before.opened()) {
            put(new Unit(cycle, fact.code(), fact.level(), fact.parent(), fact.peerGroup(), false), false);
        } else {
            var unit = before.unit();
            put(new Unit(cycle, unit.code(), unit.level(), unit.parent(), fact.peerGroup(), unit.demo()), true);
        }
    }

    private void open(String cycle, CaseOpened fact) {
        var before = units.get(key(cycle, fact.unit()));
        var peers = before == null ? null : before.unit().peerGroup();
        boolean demo = Boolean.TRUE.equals(fact.demo());
        put(new Unit(cycle, fact.unit(), fact.level(), fact.parent(), peers, demo), true);
    }

    private void put(Unit unit, boolean opened) {
        units.put(key(unit.cycle(), unit.code()), new Named(unit, opened));
    }

    private static String key(String cycle, String code) {
        return cycle + " " + code;
    }
}
