package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fact.AssessmentFact.OfCycle;
import cn.chuyi.reporting.fact.RegistryFact.OfDivision;
import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.ledger.Divisions.Area;
import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one batch has read of facts, cycles, divisions and the register, for the next one. It is as the tables are, for one who
 * folds every batch with it.
 */
public final class Remembered {
    private static final int STREAMS = 400;
    private static final int PLACES = 500;
    private static final int UNITS = 500;
    private static final int CYCLES = 50;
    private static final int WORKS = 2000;
    private static final int NAMES = 500;

    private final Known<String, List<Recorded>> streams = new Known<>(STREAMS, List.of());
    private final Known<String, Map<String, Unit>> units = new Known<>(CYCLES, Map.of());
    private final Known<String, Area> areas = new Known<>(UNITS, Area.NONE);
    private final Known<String, Map<String, Set<String>>> around = new Known<>(PLACES, Map.of());
    private final Known<Place, Held> held = new Known<>(PLACES, Held.NOTHING);
    private final Known<String, Worked> works = new Known<>(WORKS, Worked.NOTHING);
    private final Known<String, Optional<String>> names = new Known<>(NAMES, Optional.empty());
    private @Nullable List<Cycle> cycles;

    /** A division in a cycle. */
    record Place(String cycle, String code) {}

    /** Institutions and projects that belong to a division, not to those below it. */
    record Held(List<Placed<School>> schools, List<Placed<Work>> works) {
        static final Held NOTHING = new Held(List.of(), List.of());

        private Held with(Placed<Work> work) {
            var replaced = works.stream()
                    .map(one -> one.stream().equals(work.stream()) ? work : one)
                    .toList();
            return new Held(schools, replaced);
        }
    }

    /** Goes on with the streams of these facts, and forgets whatever else they may have changed. */
    public void forget(Collection<Recorded> batch) {
        batch.stream().collect(Collectors.groupingBy(Recorded::stream)).forEach((stream, more) -> {
            streams.change(
                    stream,
                    facts -> Stream.concat(facts.stream(), more.stream()).toList());
            works.change(stream, work -> work.after(more));
        });
        works.forget(Touched.by(batch).changed());
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case OfDivision _ -> {
                    areas.forgetAll();
                    around.forgetAll();
                    names.forgetAll();
                }
                case OfCycle _ -> {
                    works.forgetAll();
                    forgetUnits();
                    held.forgetAll();
                }
                case CaseOpened _ -> forgetUnits();
                case OfInstitution _ -> works.forgetAll();
                default -> {}
            }
        }
    }

    private void forgetUnits() {
        cycles = null;
        units.forgetAll();
        around.forgetAll();
    }

    /** Forgets what these divisions hold. */
    public void forgetPlaces(Set<String> codes) {
        held.forgetIf(place -> codes.contains(place.code()));
    }

    /** Projects by stream, as they stand in each cycle. */
    Map<String, Worked> works(Collection<String> projects, Function<List<String>, Map<String, Worked>> read) {
        return works.of(projects, read);
    }

    /** A project that was worked on, and belongs where it did. */
    void keep(Worked worked) {
        worked.states()
                .forEach((cycle, work) -> worked.places()
                        .forEach(code -> held.change(new Place(cycle.id(), code), one -> one.with(work))));
    }

    public List<Cycle> cycles(Cycles table) {
        if (cycles == null) {
            cycles = table.all();
        }
        return cycles;
    }

    /** The units of a cycle that have one of these codes, in the order of codes. */
    public List<Unit> units(Cycles table, String cycle, Collection<String> codes) {
        var all = units.of(
                        List.of(cycle),
                        _ -> Map.of(
                                cycle, table.units(cycle).stream().collect(Collectors.toMap(Unit::code, unit -> unit))))
                .getOrDefault(cycle, Map.of());
        return new TreeSet<>(codes)
                .stream().filter(all::containsKey).map(all::get).toList();
    }

    /** The units, by cycle, whose area one of these codes lies in. */
    public Map<String, Set<String>> unitsAround(Divisions table, Set<String> codes) {
        var found = new HashMap<String, Set<String>>();
        around.of(codes, table::unitsAroundEach)
                .values()
                .forEach(one -> one.forEach((cycle, units) ->
                        found.computeIfAbsent(cycle, _ -> new TreeSet<>()).addAll(units)));
        return found;
    }

    /** The facts of these streams, each stream's in its order. */
    public Map<String, List<Recorded>> streams(Ledger ledger, Collection<String> names) {
        return streams.of(names, unknown -> ledger.streams(unknown, null));
    }

    Map<String, Area> areas(Divisions table, Collection<String> codes) {
        return areas.of(codes, table::areas);
    }

    /** By code; one that is not registered has none. */
    public Map<String, String> names(Divisions table, Collection<String> codes) {
        var found = new HashMap<String, String>();
        names.of(
                        codes,
                        unknown -> table.names(unknown).entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, name -> Optional.of(name.getValue()))))
                .forEach((code, name) -> name.ifPresent(one -> found.put(code, one)));
        return found;
    }

    /** What these divisions hold in a cycle. */
    Collection<Held> held(String cycle, Set<String> codes, Function<Set<String>, Map<String, Held>> read) {
        var places = codes.stream().map(code -> new Place(cycle, code)).toList();
        return held.of(places, unknown -> {
                    var byPlace = new HashMap<Place, Held>();
                    read.apply(unknown.stream().map(Place::code).collect(Collectors.toCollection(TreeSet::new)))
                            .forEach((code, one) -> byPlace.put(new Place(cycle, code), one));
                    return byPlace;
                })
                .values();
    }
}
