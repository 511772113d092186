package cn.chuyi.bench.rebuild;

import cn.chuyi.reporting.rebuild.Deriving;
import cn.chuyi.reporting.rebuild.Ground;
import cn.chuyi.reporting.rebuild.Workers;
import cn.chuyi.reporting.rebuild.log.Log;
import cn.chuyi.reporting.rebuild.memory.CaseMemory;
import cn.chuyi.reporting.rebuild.memory.Heard;
import cn.chuyi.reporting.rebuild.memory.Memory;
import cn.chuyi.reporting.rebuild.memory.RegisterMemory;
import cn.chuyi.reporting.rebuild.table.Schemas;
import cn.chuyi.reporting.rebuild.table.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The same fold as somebody would write it with Kafka Streams: facts by stream and version in a state store of each
 * task, rows to PostgreSQL in batches that can be repeated, and at the end the same scores from what the stores hold.
 * To its favour: the stores write no changelog, and scoring is the rebuild's own.
 */
final class StreamsFold implements Contender {
    static final String STORE = "facts";
    static final String SCHEMA = "rebuild_streams";

    private static final int THREADS = 2;

    private final Servers.Address place;
    private final Ground ground;
    private final boolean onDisk;
    private int rounds;

    StreamsFold(Servers.Address place, boolean onDisk) {
        this.place = place;
        this.ground = place.ground();
        this.onDisk = onDisk;
    }

    @Override
    public long round() {
        ground.transactions().call(sql -> {
            sql.script("drop schema if exists " + SCHEMA + " cascade");
            var created = new Schemas(sql).create("streams");
            FactSink.prepare(sql);
            return created;
        });
        var side = new Side(ground.transactions(), SCHEMA);
        var ends = ends();
        var folders = temporary();
        Queue<FactTask> tasks = new ConcurrentLinkedQueue<>();
        var awaited = new Awaited(ends);
        try (var streams = new KafkaStreams(topology(side, awaited, tasks), settings(folders))) {
            streams.pause();
            streams.start();
            awaitSharedOut(streams);
            streams.resume();
            awaited.await();
            derive(side, tasks);
        }
        delete(folders);
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Nothing is read before each thread has its share: a task that moves in the middle leaves its store behind, and what
     * it had read is committed.
     */
    private static void awaitSharedOut(KafkaStreams streams) {
        while (streams.state() != KafkaStreams.State.RUNNING
                || streams.metadataForLocalThreads().stream()
                        .anyMatch(thread -> thread.activeTasks().isEmpty())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private Topology topology(Side side, Awaited awaited, Queue<FactTask> tasks) {
        KeyValueBytesStoreSupplier supplier =
                onDisk ? Stores.persistentKeyValueStore(STORE) : Stores.inMemoryKeyValueStore(STORE);
        return new Topology()
                .addSource("log", Population.ASSESSMENT, Population.REGISTRY)
                .addProcessor(
                        "fold",
                        () -> {
                            var task = new FactTask(side, awaited);
                            tasks.add(task);
                            return task;
                        },
                        "log")
                .addStateStore(
                        Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray())
                                .withLoggingDisabled()
                                .withCachingDisabled(),
                        "fold");
    }

    private Properties settings(Path folder) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-" + onDisk + "-" + System.nanoTime() + rounds++);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, place.bootstrap());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", 2000);
        return settings;
    }

    /** What the stores hold, stream by stream in the order of versions, into the memory that scores are made of. */
    private void derive(Side side, Queue<FactTask> tasks) {
        var cases = new CaseMemory();
        try (var workers = new Workers()) {
            var deriving = new Deriving(side, workers, THREADS);
            remember(tasks, Population.ASSESSMENT, cases);
            var cycles = deriving.cycles(cases);
            var register = new RegisterMemory(cycles);
            remember(tasks, Population.REGISTRY, register);
            deriving.units(cases);
            deriving.divisions(register);
            deriving.register(register);
            deriving.score(cycles, cases, register, _ -> {});
        }
    }

    private static <S> void remember(Queue<FactTask> tasks, String topic, Memory<S> memory) {
        var states = new HashMap<String, @Nullable S>();
        tasks.forEach(task -> task.stored(
                topic, fact -> states.put(fact.stream(), memory.take(states.get(fact.stream()), Heard.of(fact)))));
    }

    private Map<TopicPartition, Long> ends() {
        var ends = new HashMap<TopicPartition, Long>();
        for (var topic : List.of(Population.ASSESSMENT, Population.REGISTRY)) {
            try (var log = new Log(place.kafka(), topic)) {
                ends.putAll(log.ends());
            }
        }
        return ends;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("bench-streams");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                if (!file.delete()) {
                    file.deleteOnExit();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
