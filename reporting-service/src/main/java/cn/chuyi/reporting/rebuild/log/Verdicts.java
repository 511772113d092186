package cn.chuyi.reporting.rebuild.log;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Intake;
import cn.chuyi.kit.reader.Verdict;
import cn.chuyi.kit.reader.Verdict.Fold;
import cn.chuyi.kit.reader.Verdict.Park;
import cn.chuyi.kit.reader.Verdict.Release;
import cn.chuyi.kit.reader.Verdict.Skip;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The live reader's verdicts over a whole topic, in memory: repeats, gaps, broken and discarded records, by stream and
 * version. Streams are spread over shards, so that several threads may ask at once and each stream is still judged and
 * folded by one at a time.
 */
public final class Verdicts<F extends Fact> {
    private static final int SHARDS = 64;
    private static final Comparator<Position> IN_THE_LOG = Comparator.comparing(Position::topic)
            .thenComparing(Position::partition)
            .thenComparing(Position::offset);

    private final List<Shard<F>> shards;

    /**
     * @param discarded whether an operator has discarded the record at a position
     * @param fold takes each fact once, each stream's in its order
     */
    public Verdicts(EventCodec<F> codec, Predicate<Position> discarded, Consumer<Recorded> fold) {
        var made = new ArrayList<Shard<F>>();
        for (int i = 0; i < SHARDS; i++) {
            made.add(new Shard<>(new Intake<>(codec, discarded), fold));
        }
        this.shards = List.copyOf(made);
    }

    /** The facts that a record brings: none, its own, and those of records that waited for it. */
    public List<Recorded> take(ConsumerRecord<String, byte[]> record) {
        return shards.get(Math.floorMod(hash(record), SHARDS)).take(record);
    }

    /** Each stream with the last version that was passed. */
    public void seen(BiConsumer<String, Long> taker) {
        shards.forEach(shard -> shard.intake.seen().forEach(taker));
    }

    /** What is put aside, in the order of the log. */
    public Collection<Park<F>> parked() {
        var all = new TreeMap<Position, Park<F>>(IN_THE_LOG);
        shards.forEach(shard -> all.putAll(shard.parked));
        return all.values();
    }

    /** The same for all records of a stream: of its subject, or of its key where it has none. */
    private static int hash(ConsumerRecord<String, byte[]> record) {
        var subject = record.headers().lastHeader("ce_subject");
        if (subject != null && subject.value() != null) {
            return Arrays.hashCode(subject.value());
        }
        return record.key() == null ? 0 : Arrays.hashCode(record.key().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Shard<F extends Fact> {
        private final Intake<F> intake;
        private final Consumer<Recorded> fold;
        private final Map<Position, Park<F>> parked = new HashMap<>();

        Shard(Intake<F> intake, Consumer<Recorded> fold) {
            this.intake = intake;
            this.fold = fold;
        }

        synchronized List<Recorded> take(ConsumerRecord<String, byte[]> record) {
            var facts = new ArrayList<Recorded>(1);
            for (Verdict<F> verdict : intake.take(record)) {
                switch (verdict) {
                    case Fold<F>(var received) -> {
                        var fact = Recorded.of(received);
                        fold.accept(fact);
                        facts.add(fact);
                    }
                    case Park<F> park -> parked.put(position(park.record()), park);
                    case Release<F>(var position) -> parked.remove(position);
                    case Skip<F> _ -> {}
                }
            }
            return facts;
        }

        private static Position position(ConsumerRecord<?, ?> record) {
            return new Position(record.topic(), record.partition(), record.offset());
        }
    }
}
