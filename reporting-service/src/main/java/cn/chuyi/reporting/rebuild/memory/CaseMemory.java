package cn.chuyi.reporting.rebuild.memory;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fact.AssessmentFact.OfCase;
import cn.chuyi.reporting.fact.AssessmentFact.OfCycle;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.rebuild.memory.Population.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What scores need of cases, catalogues and cycles. Each stream is folded by one thread at a time, several in all. */
public final class CaseMemory implements Memory<CaseMemory.Case> {
    private final Map<String, Case> cases = new ConcurrentHashMap<>();
    private final Map<String, List<Recorded>> catalogues = new ConcurrentHashMap<>();
    private final Queue<Fact> population = new ConcurrentLinkedQueue<>();
    private final Queue<Recorded> cycles = new ConcurrentLinkedQueue<>();

    /** A case's file, and the last position of its facts in each partition: one, unless a stream ever moved. */
    public static final class Case {
        static final Case NONE = new Case();

        final CaseFile file = CaseFile.empty();
        private final List<Last> last = new ArrayList<>(1);

        private Case() {}

        private static final class Last {
            private final String topic;
            private final int partition;
            private long offset;

            Last(String topic, int partition) {
                this.topic = topic;
                this.partition = partition;
            }
        }

        private void take(Heard heard) {
            file.take(heard.fact(), heard::recorded);
            last(heard).offset = heard.offset();
        }

        private Last last(Heard heard) {
            for (var one : last) {
                if (one.partition == heard.partition()) {
                    return one;
                }
            }
            last.add(new Last(heard.topic(), heard.partition()));
            return last.getLast();
        }

        List<Position> positions() {
            return last.stream()
                    .map(one -> new Position(one.topic, one.partition, one.offset))
                    .toList();
        }
    }

    @Override
    public @Nullable Case take(@Nullable Case state, Heard heard) {
        return switch (heard.fact()) {
            case CaseOpened fact -> {
                population.add(fact);
                yield of(state, heard);
            }
            case OfCase _ -> of(state, heard);
            case CycleOpened _ -> {
                cycles.add(heard.recorded());
                yield state;
            }
            case OfCycle fact -> {
                population.add(fact);
                yield state;
            }
            case CatalogueFrozen _ -> {
                catalogues
                        .computeIfAbsent(heard.stream(), _ -> new ArrayList<>())
                        .add(heard.recorded());
                yield state;
            }
            default -> state;
        };
    }

    private Case of(@Nullable Case state, Heard heard) {
        var known = state == null ? cases.computeIfAbsent(heard.stream(), _ -> new Case()) : state;
        known.take(heard);
        return known;
    }

    /** The facts that say which cycles there are, each stream's in its order. */
    public List<Recorded> cycles() {
        return List.copyOf(cycles);
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
