package cn.chuyi.reporting.rebuild.memory;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fact.AssessmentFact.OfCase;
import cn.chuyi.reporting.fact.AssessmentFact.OfCycle;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.rebuild.memory.Population.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What scores need of cases, catalogues and cycles. Each stream is folded by one thread at a time, several in all. */
public final class CaseMemory {
    private final Map<String, Case> cases = new ConcurrentHashMap<>();
    private final Map<String, List<Recorded>> catalogues = new ConcurrentHashMap<>();
    private final Queue<Recorded> population = new ConcurrentLinkedQueue<>();

    /** A case's file, and the last position of its facts in each partition: one, unless a stream ever moved. */
    static final class Case {
        static final Case NONE = new Case();

        final CaseFile file = CaseFile.empty();
        final List<Position> positions = new ArrayList<>(1);

        private void take(Recorded recorded) {
            file.take(recorded);
            var position = recorded.position();
            positions.removeIf(earlier -> earlier.partition() == position.partition());
            positions.add(position);
        }
    }

    /** Takes in one more fact. */
    public void take(Recorded recorded) {
        switch (recorded.fact()) {
            case CaseOpened _ -> {
                population.add(recorded);
                caseOf(recorded).take(recorded);
            }
            case OfCase _ -> caseOf(recorded).take(recorded);
            case OfCycle _ -> population.add(recorded);
            case CatalogueFrozen _ ->
                catalogues
                        .computeIfAbsent(recorded.stream(), _ -> new ArrayList<>())
                        .add(recorded);
            default -> {}
        }
    }

    private Case caseOf(Recorded recorded) {
        var known = cases.get(recorded.stream());
        return known == null ? cases.computeIfAbsent(recorded.stream(), _ -> new Case()) : known;
    }

    /** The facts that say which cycles there are, each stream's in its order. */
    public List<Recorded> cycles() {
        return population.stream()
                .filter(recorded -> recorded.fact() instanceof CycleOpened)
                .toList();
    }

    /** All units, by cycle and code. */
    public List<Named> units() {
        return Population.of(population);
    }

    Case of(String stream) {
        return cases.getOrDefault(stream, Case.NONE);
    }

    List<Recorded> catalogue(String stream) {
        return catalogues.getOrDefault(stream, List.of());
    }
}
