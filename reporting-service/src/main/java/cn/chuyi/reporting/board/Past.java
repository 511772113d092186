package cn.chuyi.reporting.board;

import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fact.AssessmentFact.UnitsListed;
import cn.chuyi.reporting.fold.Assessor;
import cn.chuyi.reporting.fold.Assessor.Inputs;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Results as they were by what was recorded until an instant, computed anew from those facts. */
final class Past {
    private final Ledger ledger;
    private final Grounds grounds;
    private final Catalogues catalogues;
    private final Instant asOf;

    Past(Sql sql, Instant asOf) {
        this.ledger = new Ledger(sql);
        this.grounds = new Grounds(sql);
        this.catalogues = new Catalogues(ledger);
        this.asOf = asOf;
    }

    /** Whether the cycle was open then; with the reference date that it had. */
    @Nullable
    Cycle cycle(Cycle now) {
        return cycle(now, ledger.stream("cycle-" + now.id(), asOf));
    }

    /** What a cycle was by the first facts of its stream; absent when it was not open by them. */
    static @Nullable Cycle cycle(Cycle now, List<Recorded> facts) {
        Cycle then = null;
        for (var recorded : facts) {
            if (recorded.fact() instanceof CycleOpened fact) {
                then = new Cycle(now.id(), now.programme(), now.year(), fact.referenceDate(), now.demo());
            }
        }
        return then;
    }

    /** @param all with the counties of each city among them; those that nothing had been said of by then are left out */
    Map<Unit, Result> results(Cycle cycle, List<Unit> all) {
        var units = known(cycle, all);
        var counties = level(cycle, units, Level.COUNTY, Map.of());
        var byCity = new HashMap<String, List<Result>>();
        counties.forEach((unit, result) -> {
            if (unit.parent() != null) {
                byCity.computeIfAbsent(unit.parent(), _ -> new ArrayList<>()).add(result);
            }
        });
        var results = new LinkedHashMap<>(counties);
        results.putAll(level(cycle, units, Level.CITY, byCity));
        return results;
    }

    private List<Unit> known(Cycle cycle, List<Unit> units) {
        var listed = listed(ledger.stream("cycle-" + cycle.id(), asOf));
        var streams = units.stream().map(unit -> cycle.caseStream(unit.code())).toList();
        var opened = ledger.streams(streams, asOf).keySet();
        return units.stream()
                .filter(unit -> listed.contains(unit.code()) || opened.contains(cycle.caseStream(unit.code())))
                .toList();
    }

    /** Codes of the units that the facts of a cycle's stream list. */
    static Set<String> listed(List<Recorded> facts) {
        var listed = new HashSet<String>();
        for (var recorded : facts) {
            if (recorded.fact() instanceof UnitsListed fact) {
                fact.units().forEach(unit -> listed.add(unit.code()));
            }
        }
        return listed;
    }

    private Map<Unit, Result> level(Cycle cycle, List<Unit> all, Level level, Map<String, List<Result>> byCity) {
        var units = all.stream().filter(unit -> unit.level() == level).toList();
        var assessor = units.isEmpty() ? null : catalogues.assessor(cycle, level, asOf);
        if (assessor == null) {
            return Map.of();
        }
        var codes = units.stream().map(Unit::code).toList();
        var ground = grounds.of(cycle, codes, asOf);
        var cases = ledger.streams(codes.stream().map(cycle::caseStream).toList(), asOf);
        var results = new LinkedHashMap<Unit, Result>();
        for (var unit : units) {
            var inputs = new Inputs(
                    cases.getOrDefault(cycle.caseStream(unit.code()), List.of()),
                    ground.getOrDefault(unit.code(), Ground.NONE),
                    byCity.getOrDefault(unit.code(), List.of()));
            results.put(unit, result(assessor, inputs));
        }
        return results;
    }

    static Result result(Assessor assessor, Inputs inputs) {
        var file = CaseFile.of(inputs.facts());
        return file.publications().isEmpty()
                ? assessor.provisional(file, assessor.measures(inputs), inputs)
                : assessor.official(file.publications().getLast());
    }
}
