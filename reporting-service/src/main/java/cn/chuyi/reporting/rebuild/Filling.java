package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.reader.ParkedRows;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.rebuild.log.Log;
import cn.chuyi.reporting.rebuild.log.QuickCodec;
import cn.chuyi.reporting.rebuild.log.Verdicts;
import cn.chuyi.reporting.rebuild.memory.CaseMemory;
import cn.chuyi.reporting.rebuild.memory.RegisterMemory;
import cn.chuyi.reporting.rebuild.memory.Scoring;
import cn.chuyi.reporting.rebuild.table.BinaryCopy;
import cn.chuyi.reporting.rebuild.table.Facts;
import cn.chuyi.reporting.rebuild.table.Indexes;
import cn.chuyi.reporting.rebuild.table.RegisterRows;
import cn.chuyi.reporting.rebuild.table.Schemas;
import cn.chuyi.reporting.rebuild.table.ScoreRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Fills one empty side schema from the topics, up to the offsets where they ended when it began. Facts go to their table
 * as they are read; what scores need of them stays in memory, one state a stream, and is written down at the end.
 */
final class Filling implements AutoCloseable {
    private static final List<String> BIG = List.of("fact", "attribution", "school", "work", "project");
    private static final List<String> SMALL = List.of("score", "edition", "stream_seen");

    private final Ground ground;
    private final String side;
    private final Map<TopicPartition, Long> ends;
    private final Progress progress;
    private final Workers workers = new Workers();
    private final AtomicLong done = new AtomicLong();
    private final Map<String, Indexes> indexes = new LinkedHashMap<>();

    /** @param ends where each partition is read to */
    Filling(Ground ground, String side, Map<TopicPartition, Long> ends, Progress progress) {
        this.ground = ground;
        this.side = side;
        this.ends = Map.copyOf(ends);
        this.progress = progress;
    }

    void fill() {
        inSide(this::takeIndexesOff);
        var cases = new CaseMemory();
        read(ground.assessment(), cases::take);
        var cycles = inSide(sql -> cycles(sql, cases));
        var register = new RegisterMemory(cycles);
        read(ground.registry(), register::take);
        inSide(sql -> new Divisions(sql).apply(register.divisions()));
        workers.run(
                List.of(
                        () -> makeIndexes(List.of("fact")),
                        () -> write(register, cycles),
                        () -> cycles.forEach(cycle -> score(cycle, cases, register))),
                this::glance);
        makeIndexes(SMALL);
    }

    private boolean takeIndexesOff(Sql sql) {
        BIG.forEach(table -> indexes.put(table, Indexes.takeOff(sql, side, table)));
        SMALL.forEach(table -> indexes.put(table, Indexes.takeOff(sql, side, table)));
        return true;
    }

    private void makeIndexes(List<String> tables) {
        tables.forEach(table -> {
            workers.checkpoint();
            inSide(indexes.getOrDefault(table, Indexes.NONE)::make);
        });
    }

    /** Each worker reads its share of the partitions; streams are judged and folded wherever their records come. */
    private <F extends Fact> void read(Source<F> source, Consumer<Recorded> memory) {
        var given = inSide(sql -> sql.within(ground.live()::discarded));
        var verdicts = new Verdicts<F>(new QuickCodec<>(source.codec()), given::contains, memory);
        workers.run(ground.workers(), number -> readShare(source, verdicts, number), this::glance);
        writeCursor(source);
        writeSeen(source, verdicts);
        inSide(sql -> sql.within(connection -> {
            ParkedRows.insert(
                    connection,
                    source.reader(),
                    verdicts.parked(),
                    ground.clock().instant());
            return true;
        }));
    }

    private <F extends Fact> void readShare(Source<F> source, Verdicts<F> verdicts, int number) {
        try (var facts = new Facts(ground.transactions(), side);
                var log =
                        new Log(ground.kafka(), source.topic(), partition -> partition % ground.workers() == number)) {
            log.read(Map.of(), ends, records -> {
                workers.checkpoint();
                records.forEach(record -> verdicts.take(record).forEach(facts::add));
                done.addAndGet(records.size());
            });
            facts.finish();
        }
    }

    private void writeCursor(Source<?> source) {
        try (var copy =
                new BinaryCopy(ground.transactions(), side + ".cursor (reader, topic, partition, next_offset)")) {
            ends.forEach((partition, end) -> {
                if (partition.topic().equals(source.topic()) && end > 0) {
                    copy.row(4)
                            .text(source.reader())
                            .text(partition.topic())
                            .integer(partition.partition())
                            .big(end);
                }
            });
            copy.finish();
        }
    }

    private void writeSeen(Source<?> source, Verdicts<?> verdicts) {
        try (var copy = new BinaryCopy(ground.transactions(), side + ".stream_seen (reader, stream, version)")) {
            verdicts.seen((stream, version) ->
                    copy.row(3).text(source.reader()).text(stream).big(version));
            copy.finish();
        }
    }

    private static List<Cycle> cycles(Sql sql, CaseMemory cases) {
        var cycles = new Cycles(sql);
        cycles.apply(cases.population());
        return cycles.all();
    }

    private void write(RegisterMemory register, List<Cycle> cycles) {
        new RegisterRows(ground.transactions(), side).write(register, cycles);
        makeIndexes(BIG.subList(1, BIG.size()));
    }

    private void score(Cycle cycle, CaseMemory cases, RegisterMemory register) {
        var units = inSide(sql -> new Cycles(sql).units(cycle.id()));
        var areas = inSide(
                sql -> new Divisions(sql).areas(units.stream().map(Unit::code).toList()));
        var scoring = new Scoring(cycle, cases, register, areas);
        var families = new TreeMap<String, List<Unit>>();
        units.forEach(unit -> families.computeIfAbsent(unit.family(), _ -> new java.util.ArrayList<>())
                .add(unit));
        var waiting = new ConcurrentLinkedQueue<>(families.values());
        workers.run(
                ground.workers(),
                _ -> {
                    try (var rows = new ScoreRows(ground.transactions(), side)) {
                        for (var family = waiting.poll(); family != null; family = waiting.poll()) {
                            workers.checkpoint();
                            scoring.score(family).forEach(scored -> rows.add(cycle, scored));
                        }
                        rows.finish();
                    }
                },
                workers::checkpoint);
    }

    private void glance() {
        progress.read(
                done.get(), ends.values().stream().mapToLong(Long::longValue).sum());
    }

    private <T> T inSide(java.util.function.Function<Sql, T> work) {
        return ground.transactions().call(sql -> {
            new Schemas(sql).use(side);
            return work.apply(sql);
        });
    }

    @Override
    public void close() {
        workers.close();
    }
}
