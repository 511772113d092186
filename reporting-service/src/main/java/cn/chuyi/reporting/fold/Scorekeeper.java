package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fold.Announcer.Found;
import cn.chuyi.reporting.fold.Announcer.Sealed;
import cn.chuyi.reporting.fold.Assessor.Inputs;
import cn.chuyi.reporting.fold.ScoreTables.Edition;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Scores units: counties first, then the cities whose measures look at them. */
final class Scorekeeper {
    private final Ledger ledger;
    private final Cycles cycles;
    private final Grounds grounds;
    private final Catalogues catalogues;
    private final ScoreTables tables;
    private final Announcer announcer;
    private final Memory memory;

    Scorekeeper(Sql sql, Announcer announcer, Memory memory) {
        this.ledger = new Ledger(sql);
        this.cycles = new Cycles(sql);
        this.grounds = new Grounds(sql, memory.tables());
        this.catalogues = new Catalogues(ledger);
        this.tables = new ScoreTables(sql);
        this.announcer = announcer;
        this.memory = memory;
    }

    /** @param affected codes of units, by cycle */
    void score(Map<String, Set<String>> affected) {
        new TreeMap<>(affected).forEach((id, codes) -> {
            memory.tables().cycles(cycles).stream()
                    .filter(cycle -> cycle.id().equals(id))
                    .forEach(cycle -> score(cycle, codes));
        });
    }

    private void score(Cycle cycle, Set<String> codes) {
        var cities = new TreeSet<>(codes);
        cities.addAll(score(cycle, Level.COUNTY, memory.tables().units(cycles, cycle.id(), codes)));
        score(cycle, Level.CITY, memory.tables().units(cycles, cycle.id(), cities));
    }

    /** @return the parents of units whose share began or ceased to be above 0, or to apply, or that have a new edition */
    private Set<String> score(Cycle cycle, Level level, List<Unit> some) {
        var units = some.stream().filter(unit -> unit.level() == level).toList();
        var assessor = units.isEmpty() ? null : memory.assessor(catalogues, cycle, level);
        if (assessor == null) {
            return Set.of();
        }
        var batch = new Batch(cycle, level, units, assessor);
        var results = new LinkedHashMap<Unit, Result>();
        var found = new ArrayList<Found>();
        units.forEach(unit -> results.put(unit, batch.result(unit, found)));
        tables.seal(found);
        memory.sealed(found);
        announcer.announce(found);
        announcer.scored(cycle, assessor, results);
        results.entrySet()
                .removeIf(entry ->
                        entry.getValue().equals(batch.before.get(entry.getKey().code())));
        tables.save(cycle, results);
        memory.keep(cycle, results);
        return parentsOfMoved(results, batch.before);
    }

    private static Set<String> parentsOfMoved(Map<Unit, Result> results, Map<String, Result> before) {
        var parents = new TreeSet<String>();
        results.forEach((unit, result) -> {
            var past = before.get(unit.code());
            if (unit.parent() != null
                    && (isNewEdition(result, past) || !coverage(result).equals(coverage(past)))) {
                parents.add(unit.parent());
            }
        });
        return parents;
    }

    /** A proposal to restate the county ends with it, and one to restate the city may. */
    private static boolean isNewEdition(Result result, @Nullable Result past) {
        return past != null && past.edition() != result.edition();
    }

    /** By indicator: whether it applies, and whether its share is above 0. */
    private static Map<String, Integer> coverage(@Nullable Result result) {
        var coverage = new HashMap<String, Integer>();
        if (result != null && result.score() != null) {
            for (Item item : result.score().items()) {
                coverage.put(
                        item.indicator(),
                        item.share() == null ? -1 : item.share().signum());
            }
        }
        return coverage;
    }

    /** Units of one level that are scored together, with all that they need read at once. */
    private final class Batch {
        private final Cycle cycle;
        private final Assessor assessor;
        private final Map<String, List<Recorded>> cases;
        private final Map<String, Ground> ground;
        private final Map<String, Map<String, Result>> counties;
        private final Map<String, List<Edition>> editions;
        private final Map<String, Result> before;

        Batch(Cycle cycle, Level level, Collection<Unit> units, Assessor assessor) {
            var codes = units.stream().map(Unit::code).toList();
            this.cycle = cycle;
            this.assessor = assessor;
            this.cases = memory.tables()
                    .streams(ledger, codes.stream().map(cycle::caseStream).toList());
            this.ground = grounds.of(cycle, codes, null);
            this.editions = memory.editions(tables, cycle, codes);
            this.before = memory.results(tables, cycle, codes);
            this.counties = level == Level.CITY ? memory.counties(tables, cycle, codes) : Map.of();
        }

        Result result(Unit unit, List<Found> found) {
            var below = counties.getOrDefault(unit.code(), Map.of());
            var inputs = new Inputs(
                    cases.getOrDefault(cycle.caseStream(unit.code()), List.of()),
                    ground.getOrDefault(unit.code(), Ground.NONE),
                    List.copyOf(below.values()));
            var file = CaseFile.of(inputs.facts());
            var measures = assessor.measures(inputs);
            var sealed = seal(unit, file);
            found.add(new Found(cycle, unit, assessor, inputs, file, below, measures, sealed));
            if (!sealed.isEmpty()) {
                return sealed.getLast().result();
            }
            var past = editions.getOrDefault(unit.code(), List.of());
            return past.isEmpty()
                    ? assessor.provisional(file, measures, inputs)
                    : past.getLast().result();
        }

        private List<Sealed> seal(Unit unit, CaseFile file) {
            int past = editions.getOrDefault(unit.code(), List.of()).size();
            return file.publications().stream()
                    .skip(past)
                    .map(publication -> new Sealed(publication, assessor.official(publication)))
                    .toList();
        }
    }
}
