package cn.chuyi.reporting.proof;

import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fact.AssessmentFact.UnitsListed;
import cn.chuyi.reporting.fold.Assessor;
import cn.chuyi.reporting.fold.Assessor.Inputs;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.fold.CaseFile.Publication;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A unit's result once more, from events alone. */
public final class Reckoning {
    private final Cycle cycle;
    private final Map<String, List<Recorded>> streams;
    private final Register register;
    private final Map<String, Unit> units = new TreeMap<>();

    private Reckoning(Cycle cycle, Map<String, List<Recorded>> streams, List<Recorded> facts) {
        this.cycle = cycle;
        this.streams = streams;
        this.register = new Register(cycle, Tree.of(facts), streams);
        facts.forEach(this::takeUnits);
    }

    /**
     * The canonical lines of an edition.
     *
     * @param edition 0 for the provisional one
     * @throws FlawException when the events do not make such a result
     */
    public static String canonical(List<Recorded> facts, String programme, int year, String unit, int edition) {
        var streams = byStream(facts);
        var cycle = cycle(streams, Cycle.id(programme, year));
        var ordered = streams.values().stream().flatMap(List::stream).toList();
        return new Reckoning(cycle, streams, ordered).canonical(unit, edition);
    }

    private static Map<String, List<Recorded>> byStream(List<Recorded> facts) {
        var streams = new TreeMap<String, List<Recorded>>();
        facts.stream()
                .sorted(Comparator.comparing(Recorded::stream).thenComparing(Recorded::version))
                .forEach(fact -> streams.computeIfAbsent(fact.stream(), _ -> new ArrayList<>())
                        .add(fact));
        return streams;
    }

    private static Cycle cycle(Map<String, List<Recorded>> streams, String id) {
        Cycle cycle = null;
        for (var recorded : streams.getOrDefault("cycle-" + id, List.of())) {
            if (recorded.fact() instanceof CycleOpened f) {
                cycle = new Cycle(id, f.programme(), f.year(), f.referenceDate(), Boolean.TRUE.equals(f.demo()));
            }
        }
        if (cycle == null) {
            throw new FlawException(Flaw.EVENTS, "no event opens the cycle " + id);
        }
        return cycle;
    }

    private void takeUnits(Recorded recorded) {
        switch (recorded.fact()) {
            case CaseOpened f -> units.put(f.unit(), unit(f.unit(), f.level(), f.parent()));
            case UnitsListed f ->
                f.units().forEach(listed -> {
                    if (!streams.containsKey(cycle.caseStream(listed.code()))) {
                        units.put(listed.code(), unit(listed.code(), listed.level(), listed.parent()));
                    }
                });
            default -> {}
        }
    }

    private Unit unit(String code, Level level, @Nullable String parent) {
        return new Unit(cycle.id(), code, level, parent, null, false);
    }

    private String canonical(String code, int edition) {
        var unit = units.get(code);
        if (unit == null) {
            throw new FlawException(Flaw.EVENTS, "no event makes " + code + " a unit of the cycle");
        }
        return result(unit, edition).canonical(cycle, unit).text();
    }

    private Result result(Unit unit, int edition) {
        var facts = streams.getOrDefault(cycle.caseStream(unit.code()), List.of());
        var file = CaseFile.of(facts);
        if (edition == 0) {
            return provisional(unit, file, facts);
        }
        var publication = file.publications().stream()
                .filter(one -> one.edition() == edition)
                .findFirst()
                .orElseThrow(() ->
                        new FlawException(Flaw.EVENTS, "no event publishes edition " + edition + " of " + unit.code()));
        return official(unit, publication);
    }

    private Result official(Unit unit, Publication publication) {
        return assessor(unit.level()).official(publication);
    }

    private Result provisional(Unit unit, CaseFile file, List<Recorded> facts) {
        var assessor = assessor(unit.level());
        Ground ground = register.of(unit.code());
        var inputs = new Inputs(facts, ground, unit.level() == Level.CITY ? counties(unit) : List.of());
        return assessor.provisional(file, assessor.measures(inputs), inputs);
    }

    /** The results of a city's counties, of which its own measures look at some items. */
    private List<Result> counties(Unit city) {
        var counties = new ArrayList<Result>();
        for (var unit : units.values()) {
            if (unit.level() == Level.COUNTY && city.code().equals(unit.parent()) && frozen(Level.COUNTY) != null) {
                var published = CaseFile.of(streams.getOrDefault(cycle.caseStream(unit.code()), List.of()))
                        .publications();
                counties.add(result(
                        unit, published.isEmpty() ? 0 : published.getLast().edition()));
            }
        }
        return counties;
    }

    private @Nullable Recorded frozen(Level level) {
        return streams.getOrDefault(cycle.catalogueStream(level.name()), List.of()).stream()
                .filter(recorded -> recorded.fact() instanceof CatalogueFrozen)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private Assessor assessor(Level level) {
        var frozen = frozen(level);
        if (frozen == null || !(frozen.fact() instanceof CatalogueFrozen catalogue)) {
            throw new FlawException(
                    Flaw.EVENTS, "no event freezes the catalogue " + cycle.catalogueStream(level.name()));
        }
        try {
            return new Assessor(catalogue.content().catalogue(), frozen.position());
        } catch (InvalidInputException e) {
            throw new FlawException(Flaw.CATALOGUE, "its event cannot be read: " + e.getMessage());
        }
    }
}
