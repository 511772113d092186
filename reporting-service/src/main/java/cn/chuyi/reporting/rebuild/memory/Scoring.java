package cn.chuyi.reporting.rebuild.memory;

import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fold.Assessor;
import cn.chuyi.reporting.fold.CaseFile.Publication;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Divisions.Area;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Landscape;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores the units of one cycle from memory, a city with its counties at a time; several threads may ask at once. */
public final class Scoring {
    private final Cycle cycle;
    private final CaseMemory cases;
    private final Landscape landscape;
    private final Map<String, Area> areas;
    private final Map<String, Set<String>> unified;
    private final Map<Level, @Nullable Assessor> assessors = new EnumMap<>(Level.class);

    /** @param areas of all units, by code */
    public Scoring(Cycle cycle, CaseMemory cases, RegisterMemory register, Map<String, Area> areas) {
        this.cycle = cycle;
        this.cases = cases;
        this.landscape = register.landscape(cycle);
        this.areas = areas;
        Collection<Fact> facts =
                register.divisions().stream().map(Recorded::fact).toList();
        this.unified = Grounds.unified(cycle, areas, facts);
        for (var level : Level.values()) {
            assessors.put(level, Catalogues.assessor(cases.catalogue(cycle.catalogueStream(level.name()))));
        }
    }

    /** An edition that was published. */
    public record Sealed(Publication publication, Result result) {}

    /** @param standing the last edition, or provisional when there is none */
    public record Scored(Unit unit, Result standing, List<Sealed> editions) {}

    /** @param family a city and its counties, or units of neither */
    public List<Scored> score(List<Unit> family) {
        var scored = new ArrayList<Scored>();
        for (var level : List.of(Level.COUNTY, Level.CITY)) {
            var assessor = assessors.get(level);
            if (assessor != null) {
                var counties = List.copyOf(scored);
                family.stream()
                        .filter(unit -> unit.level() == level)
                        .forEach(unit -> scored.add(score(assessor, unit, counties)));
            }
        }
        return scored;
    }

    private Scored score(Assessor assessor, Unit unit, List<Scored> counties) {
        var one = cases.of(cycle.caseStream(unit.code()));
        var editions = one.file.publications().stream()
                .map(publication -> new Sealed(publication, assessor.official(publication)))
                .toList();
        if (!editions.isEmpty()) {
            return new Scored(unit, editions.getLast().result(), editions);
        }
        var below = counties.stream()
                .filter(county -> unit.code().equals(county.unit().parent()))
                .map(Scored::standing)
                .toList();
        var ground = landscape.ground(area(unit), unified.getOrDefault(unit.code(), Set.of()));
        var basis = assessor.basis(one.positions(), ground, below);
        return new Scored(unit, assessor.provisional(one.file, assessor.measures(ground, below), basis), List.of());
    }

    private Area area(Unit unit) {
        return areas.getOrDefault(unit.code(), new Area(Set.of(), Set.of()));
    }
}
