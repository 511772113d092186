package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.fact.RegistryFact.OfProject;
import cn.chuyi.reporting.ledger.Divisions.Area;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was recorded of the register of some units, to be looked at as of one instant after the other. */
public final class Told {
    private final Map<String, Area> areas;
    private final Map<String, List<Recorded>> held;
    private final Map<String, List<Recorded>> divisions;
    private final Map<String, Stood> stood = new HashMap<>();

    /**
     * @param held facts of institutions and projects, each stream's in its order
     * @param divisions facts of the units' own divisions
     */
    Told(Map<String, Area> areas, Map<String, List<Recorded>> held, Map<String, List<Recorded>> divisions) {
        this.areas = areas;
        this.held = held;
        this.divisions = divisions;
    }

    /**
     * What a stream was by its first facts. More of them are there at a later instant and fewer at none, so their number
     * says which.
     */
    private record Stood(
            Cycle cycle,
            int facts,
            @Nullable Placed<School> school,
            @Nullable Placed<Work> work) {}

    public Stream<Recorded> facts() {
        return Stream.of(held, divisions).flatMap(all -> all.values().stream()).flatMap(List::stream);
    }

    /** What the units held by what was recorded until an instant. */
    public Map<String, Ground> at(Cycle cycle, Instant asOf) {
        var schools = new ArrayList<Placed<School>>();
        var works = new ArrayList<Placed<Work>>();
        until(held, asOf).forEach((stream, facts) -> {
            var is = stood.compute(
                    stream,
                    (_, was) -> was != null
                                    && was.facts() == facts.size()
                                    && was.cycle().equals(cycle)
                            ? was
                            : stood(cycle, stream, facts));
            if (is.school() != null) {
                schools.add(is.school());
            }
            if (is.work() != null) {
                works.add(is.work());
            }
        });
        var unified = Grounds.unified(cycle, areas, Grounds.facts(until(divisions, asOf)));
        return Grounds.distribute(areas, schools, works, unified);
    }

    private static Stood stood(Cycle cycle, String stream, List<Recorded> facts) {
        var at = facts.getLast().position();
        var school = School.at(cycle.moment(), stream, Recorded.facts(facts, OfInstitution.class));
        var work = Work.at(cycle.moment(), stream, Recorded.facts(facts, OfProject.class));
        return new Stood(
                cycle,
                facts.size(),
                school == null ? null : new Placed<>(stream, school, at),
                work == null || !work.programme().equals(cycle.programme()) ? null : new Placed<>(stream, work, at));
    }

    private static Map<String, List<Recorded>> until(Map<String, List<Recorded>> streams, Instant asOf) {
        var found = new HashMap<String, List<Recorded>>();
        streams.forEach((stream, facts) -> {
            var then = facts.stream()
                    .filter(fact -> !fact.recorded().isAfter(asOf))
                    .toList();
            if (!then.isEmpty()) {
                found.put(stream, then);
            }
        });
        return found;
    }

    /** Streams of the divisions that units are by their code. */
    static Set<String> divisions(Map<String, Area> areas) {
        return areas.values().stream()
                .map(Area::own)
                .flatMap(Collection::stream)
                .map(code -> "division-" + code)
                .collect(Collectors.toSet());
    }
}
