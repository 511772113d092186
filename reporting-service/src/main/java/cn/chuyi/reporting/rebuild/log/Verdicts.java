package cn.chuyi.reporting.rebuild.log;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Intake;
import cn.chuyi.kit.reader.Opened;
import cn.chuyi.kit.reader.Verdict;
import cn.chuyi.kit.reader.Verdict.Fold;
import cn.chuyi.kit.reader.Verdict.Park;
import cn.chuyi.kit.reader.Verdict.Release;
import cn.chuyi.kit.reader.Verdict.Skip;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Recorded;
import java.util.ArrayList;
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

    private final EventCodec<F> codec;
    private final List<Shard<F>> shards;

    /**
     * @param discarded whether an operator has discarded the record at a position
     * @param fold takes each fact once, each stream's in its order
     */
    public Verdicts(EventCodec<F> codec, Predicate<Position> discarded, Consumer<Recorded> fold) {
        this.codec = codec;
        var made = new ArrayList<Shard<F>>();
        for (int i = 0; i < SHARDS; i++) {
            made.add(new Shard<>(new Intake<>(codec, discarded), fold));
        }
        this.shards = List.copyOf(made);
    }

    /** The facts that a record brings: none, its own, and those of records that waited for it. */
    public List<Recorded> take(ConsumerRecord<String, byte[]> record) {
        var opened = Opened.of(record, codec);
        var stream = opened.stream();
        return shards.get(stream == null ? 0 : Math.floorMod(stream.hashCode(), SHARDS))
                .take(opened);
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

    private static final class Shard<F extends Fact> {
        private final Intake<F> intake;
        private final Consumer<Recorded> fold;
        private final Map<Position, Park<F>> parked = new HashMap<>();

        Shard(Intake<F> intake, Consumer<Recorded> fold) {
            this.intake = intake;
            this.fold = fold;
        }

        synchronized List<Recorded> take(Opened<F> opened) {
            var facts = new ArrayList<Recorded>(1);
            for (Verdict<F> verdict : intake.take(opened)) {
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
