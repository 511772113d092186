package cn.chuyi.reporting.rebuild.log;

import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Opened;
import cn.chuyi.kit.reader.Verdict.Park;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.rebuild.memory.Memory;
import cn.chuyi.reporting.rebuild.table.Pages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * The live reader's verdicts over a whole topic, in memory: repeats, gaps, broken and discarded records, by stream and
 * version. Streams are spread over shards, so that several threads may ask at once and each stream is still judged and
 * folded by one at a time.
 *
 * <p>Almost all records are as relays write them and the next of their stream, and are told so off their bytes; of any
 * other an object is made, for the kit to decide.
 *
 * @param <S> what is kept in memory of a stream
 */
public final class Verdicts<F extends Fact, S> {
    private static final int SHARDS = 64;
    private static final Comparator<Position> IN_THE_LOG = Comparator.comparing(Position::topic)
            .thenComparing(Position::partition)
            .thenComparing(Position::offset);

    private final JsonEventCodec<F> live;
    private final QuickCodec<F> codec;
    private final Set<Position> discarded;
    private final List<Shard<F, S>> shards;

    /**
     * @param discarded positions of the records that an operator has discarded
     * @param memory takes each fact once, each stream's in its order
     */
    public Verdicts(JsonEventCodec<F> codec, Set<Position> discarded, Memory<S> memory) {
        this.live = codec;
        this.codec = new QuickCodec<>(codec);
        this.discarded = Set.copyOf(discarded);
        var made = new ArrayList<Shard<F, S>>();
        for (int i = 0; i < SHARDS; i++) {
            made.add(new Shard<>(this.codec, this.discarded, memory));
        }
        this.shards = List.copyOf(made);
    }

    /**
     * Judges the records of one thread.
     *
     * @param pages takes the facts
     */
    public Reader reader(Pages pages) {
        return new Reader(pages);
    }

    /** Takes record by record. */
    public final class Reader {
        private final Pages pages;
        private final Line<F> line = new Line<>(live, codec);
        private int records;
        private int facts;

        private Reader(Pages pages) {
            this.pages = pages;
        }

        /** Folds the facts that a record brings: none, its own, and those of records that waited for it. */
        public void take(Entry record) {
            records++;
            if (line.read(record) && !isDiscarded(record)) {
                var step = shard(line.hash()).step(line, pages.writer());
                if (step == Shard.Step.FOLDED) {
                    facts++;
                    pages.add(line.known().gathered(), line);
                }
                if (step != Shard.Step.UNSURE) {
                    return;
                }
            }
            slowly(record);
        }

        /** Records since this was asked last. */
        public int records() {
            int since = records;
            records = 0;
            return since;
        }

        /** Facts since this was asked last. */
        public int facts() {
            int since = facts;
            facts = 0;
            return since;
        }

        private boolean isDiscarded(Entry record) {
            return !discarded.isEmpty()
                    && discarded.contains(new Position(record.topic(), record.partition(), record.offset()));
        }

        private void slowly(Entry record) {
            var opened = Opened.of(record.record(), codec);
            var stream = opened.stream();
            facts += shard(stream == null ? 0 : ByBytes.hash(Bytes.of(stream))).take(opened, pages);
        }
    }

    private Shard<F, S> shard(int hash) {
        return shards.get(hash >>> 26);
    }

    /** Each stream with the last version that was passed. */
    public void seen(ObjLongConsumer<String> taker) {
        shards.forEach(shard -> shard.seen(taker));
    }

    /** What is put aside, in the order of the log. */
    public Collection<Park<F>> parked() {
        var all = new TreeMap<Position, Park<F>>(IN_THE_LOG);
        shards.forEach(shard -> all.putAll(shard.parked()));
        return all.values();
    }
}
