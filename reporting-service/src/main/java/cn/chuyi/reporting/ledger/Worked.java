package cn.chuyi.reporting.ledger;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.fact.RegistryFact.OfProject;
import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.ledger.States.Stated;
import cn.chuyi.reporting.measure.Work;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A project as it stands in each cycle that it counts in.
 *
 * @param states in the order of cycles
 * @param places codes of the divisions that it belongs to in one of them
 */
record Worked(Map<Cycle, Placed<Work>> states, Set<String> places) {
    static final Worked NOTHING = new Worked(Map.of(), Set.of());

    /** Where it stands by all of its facts. */
    static Worked of(String stream, List<Recorded> facts, List<Cycle> cycles, Set<String> places) {
        var states = new LinkedHashMap<Cycle, Placed<Work>>();
        for (var cycle : cycles) {
            var work = Work.at(cycle.moment(), stream, Recorded.facts(facts, OfProject.class));
            if (work != null && work.programme().equals(cycle.programme())) {
                states.put(cycle, new Placed<>(stream, work, facts.getLast().position()));
            }
        }
        return new Worked(states, places);
    }

    /** After more facts of it, which say only what was done ({@link Touched#worked}). */
    Worked after(Collection<Recorded> more) {
        var after = new LinkedHashMap<>(states);
        for (var recorded : more) {
            if (recorded.fact() instanceof OfProject fact) {
                after.replaceAll((cycle, before) -> next(before, cycle, recorded, fact));
            }
        }
        return new Worked(after, places);
    }

    List<Stated<Work>> inOrder() {
        return states.entrySet().stream()
                .map(one -> new Stated<>(one.getKey(), one.getValue().state()))
                .toList();
    }

    /** Of its last fact; only where it stands in a cycle. */
    Position position() {
        return states.values().iterator().next().position();
    }

    private static Placed<Work> next(Placed<Work> before, Cycle cycle, Recorded recorded, OfProject fact) {
        var work = Work.next(before.state(), cycle.moment(), recorded.stream(), fact);
        return new Placed<>(before.stream(), work == null ? before.state() : work, recorded.position());
    }
}
