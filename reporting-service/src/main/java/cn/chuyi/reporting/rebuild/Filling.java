package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.reader.ParkedRows;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.course.Count;
import cn.chuyi.reporting.rebuild.course.Phase;
import cn.chuyi.reporting.rebuild.course.Progress;
import cn.chuyi.reporting.rebuild.course.Steps;
import cn.chuyi.reporting.rebuild.log.Entry;
import cn.chuyi.reporting.rebuild.log.Fetching;
import cn.chuyi.reporting.rebuild.log.Log;
import cn.chuyi.reporting.rebuild.log.Verdicts;
import cn.chuyi.reporting.rebuild.memory.CaseMemory;
import cn.chuyi.reporting.rebuild.memory.Memory;
import cn.chuyi.reporting.rebuild.memory.RegisterMemory;
import cn.chuyi.reporting.rebuild.table.Indexes;
import cn.chuyi.reporting.rebuild.table.Pages;
import cn.chuyi.reporting.rebuild.table.Side;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/**
 * Fills one empty side schema from the topics, up to the offsets where they ended when it began. Facts go to their table
 * as they are read; what scores need of them stays in memory, one state a stream, and is written down at the end.
 */
final class Filling implements AutoCloseable {
    private static final List<String> FACT = List.of("page", "stream_seen");
    private static final List<String> REGISTER = List.of("attribution", "school", "work", "project");
    private static final List<String> SCORES = List.of("score", "edition");

    private final Ground ground;
    private final Side side;
    private final Map<TopicPartition, Long> ends;
    private final Progress progress;
    private final Workers workers;
    private final Deriving deriving;
    private final Log log;
    private final List<Fetching> readers;
    private final Steps steps = new Steps();
    private final LongAdder done = new LongAdder();
    private final LongAdder facts = new LongAdder();
    private final AtomicInteger units = new AtomicInteger();
    private final Map<String, Indexes> indexes = new LinkedHashMap<>();

    /** @param ends where each partition is read to */
    Filling(Ground ground, String side, Map<TopicPartition, Long> ends, Progress progress) {
        this.ground = ground;
        this.side = new Side(ground.transactions(), side);
        this.workers = new Workers(ground.pace());
        this.deriving = new Deriving(this.side, workers, ground.workers());
        this.log = new Log(ground.kafka());
        this.readers = Stream.generate(() -> new Fetching(ground.kafka(), this::leaders))
                .limit(ground.workers())
                .toList();
        this.ends = Map.copyOf(ends);
        this.progress = progress;
    }

    /** @return what was done */
    Count fill() {
        side.call(this::takeIndexesOff);
        var cases = new CaseMemory();
        var seen = new LinkedHashMap<Source<?>, Verdicts<?, ?>>();
        List<Cycle> cycles;
        RegisterMemory register;
        try (var copy = Pages.copy(side)) {
            var pages = IntStream.range(0, ground.workers())
                    .mapToObj(number -> new Pages(copy, number, workers::checkpoint))
                    .toList();
            seen.put(ground.assessment(), read(ground.assessment(), pages, cases));
            cycles = deriving.cycles(cases);
            register = new RegisterMemory(cycles);
            seen.put(ground.registry(), read(ground.registry(), pages, register));
            copy.finish();
        }
        workers.run(
                List.of(
                        inTurn(
                                () -> {
                                    writeCursor();
                                    writeSeen(seen);
                                    deriving.units(cases);
                                },
                                indexing(FACT)),
                        inTurn(steps.plan(Phase.COPYING, () -> deriving.register(register)), indexing(REGISTER)),
                        inTurn(
                                steps.plan(Phase.DERIVING, () -> {
                                    deriving.divisions(register);
                                    deriving.score(cycles, cases, register, units::addAndGet);
                                }),
                                indexing(SCORES))),
                this::glance);
        return count();
    }

    private Runnable indexing(List<String> tables) {
        return steps.plan(Phase.INDEXING, () -> makeIndexes(tables));
    }

    private static Runnable inTurn(Runnable first, Runnable second) {
        return () -> {
            first.run();
            second.run();
        };
    }

    private boolean takeIndexesOff(Sql sql) {
        Stream.of(FACT, REGISTER, SCORES)
                .flatMap(List::stream)
                .forEach(table -> indexes.put(table, Indexes.takeOff(sql, side.schema(), table)));
        return true;
    }

    private void makeIndexes(List<String> tables) {
        tables.forEach(table -> {
            workers.checkpoint();
            side.call(indexes.getOrDefault(table, Indexes.NONE)::make);
        });
    }

    /** Each worker reads its share of the partitions; streams are judged and folded wherever their records come. */
    private <F extends Fact, S> Verdicts<F, S> read(Source<F> source, List<Pages> pages, Memory<S> memory) {
        var given = side.call(sql -> sql.within(ground.live()::discarded));
        var verdicts = new Verdicts<F, S>(source.codec(), given, memory);
        workers.run(ground.workers(), number -> readShare(source, verdicts, pages.get(number), number), this::glance);
        side.call(sql -> sql.within(connection -> {
            ParkedRows.insert(
                    connection,
                    source.reader(),
                    verdicts.parked(),
                    ground.clock().instant());
            return true;
        }));
        return verdicts;
    }

    private void readShare(Source<?> source, Verdicts<?, ?> verdicts, Pages pages, int number) {
        var share = new HashMap<TopicPartition, Long>();
        ends.forEach((partition, end) -> {
            if (partition.topic().equals(source.topic()) && partition.partition() % ground.workers() == number) {
                share.put(partition, end);
            }
        });
        var reader = verdicts.reader(pages);
        Consumer<Entry> taker = record -> {
            workers.checkpoint();
            reader.take(record);
        };
        readers.get(number).read(source.topic(), share, taker, () -> {
            workers.checkpoint();
            done.add(reader.records());
            facts.add(reader.facts());
        });
        pages.flush();
    }

    /** One consumer knows them for all workers, and is no more than one thread's at a time. */
    private synchronized Map<TopicPartition, Node> leaders(String topic) {
        return log.leaders(topic);
    }

    private void writeCursor() {
        try (var copy = side.copy("cursor", "reader, topic, partition, next_offset")) {
            ground.sources()
                    .forEach(source -> ends.forEach((partition, end) -> {
                        if (partition.topic().equals(source.topic()) && end > 0) {
                            copy.row(4)
                                    .text(source.reader())
                                    .text(partition.topic())
                                    .integer(partition.partition())
                                    .big(end);
                        }
                    }));
            copy.finish();
        }
    }

    private void writeSeen(Map<Source<?>, Verdicts<?, ?>> seen) {
        try (var copy = side.copy("stream_seen", "reader, stream, version")) {
            seen.forEach((source, verdicts) -> verdicts.seen((stream, version) ->
                    copy.row(3).text(source.reader()).text(stream).big(version)));
            copy.finish();
        }
    }

    private void glance() {
        progress.at(steps.first(), count());
    }

    private Count count() {
        long total = ends.values().stream().mapToLong(Long::longValue).sum();
        return new Count(done.sum(), total, facts.sum(), units.get());
    }

    @Override
    public void close() {
        workers.close();
        readers.forEach(Fetching::close);
        log.close();
    }
}
