package cn.chuyi.kit.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.kit.test.LocalStack;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two replicas of one reader that take the same records from each other, each remembering what it has folded itself. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class ReplicasIT {
    private static final int STREAMS = 7;
    private static final int PARTITIONS = 3;
    private static final int VERSIONS = 8;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Discards discards;

    @Inject
    ReaderMetrics metrics;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Parked parked;

    @Inject
    Folding folding;

    @Inject
    Sayings injected;

    /** Of its own, since what is given up in one test stays so. */
    private final String topic = "t" + UUID.randomUUID();

    private final TopicPartition first = new TopicPartition(topic, 0);
    private Sayings sayings;
    private Consumer<List<ConsumerRecord<String, byte[]>>> one;
    private Consumer<List<ConsumerRecord<String, byte[]>>> other;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @BeforeEach
    void twoReplicas() throws SQLException {
        for (var statement : Sayings.tables()) {
            run(statement);
        }
        for (var table : List.of("cursor", "stream_seen", "parked")) {
            run("delete from " + table + " where reader = '" + Sayings.READER + "'");
        }
        sayings = ClientProxy.unwrap(injected);
        sayings.asked.clear();
        one = replica();
        other = replica();
    }

    private Consumer<List<ConsumerRecord<String, byte[]>>> replica() {
        return replica(database);
    }

    private Consumer<List<ConsumerRecord<String, byte[]>>> replica(DataSource database) {
        return new Folding(database, clock, discards, metrics, new FoldWatch(), afterCommit).batches(sayings);
    }

    /** The database, with something that happens before each connection. */
    private DataSource watched(Callable<?> before) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    before.call();
                    return method.invoke(database, arguments);
                });
    }

    @Test
    void a_database_that_is_away_is_not_asked_all_the_time_by_one_who_remembers() throws Exception {
        var away = new AtomicBoolean();
        var asked = new AtomicInteger();
        var replica = replica(watched(() -> {
            asked.incrementAndGet();
            if (away.get()) {
                throw new SQLException("nobody is there", "08001");
            }
            return true;
        }));
        replica.accept(List.of(said(0, 1)));
        replica.accept(List.of(said(1, 2)));
        away.set(true);
        asked.set(0);
        try (var back = Executors.newSingleThreadScheduledExecutor()) {
            back.schedule(() -> away.set(false), 500, TimeUnit.MILLISECONDS);
            replica.accept(List.of(said(2, 3)));
        }
        assertThat(asked).hasValueBetween(2, 5);
        assertThat(words()).containsExactly("a 1 1", "a 2 2", "a 3 3");
    }

    @Test
    void what_was_judged_on_a_memory_that_another_replica_has_outdated_is_judged_again() throws SQLException {
        one.accept(List.of(said(0, 1)));
        other.accept(List.of(said(0, 1), said(1, 2)));
        one.accept(List.of(said(1, 2)));
        one.accept(List.of(said(2, 3)));
        other.accept(List.of(said(2, 3), said(3, 4)));
        assertThat(sayings.asked)
                .as("the first of two was not committed")
                .containsExactly("1", "2", "2", "3", "3", "4", "4");
        assertThat(words()).containsExactly("a 1 1", "a 2 2", "a 3 3", "a 4 4");
        assertThat(rows("select next_offset::text from cursor where reader = 'sayings'"))
                .containsExactly("4");
    }

    @Test
    void what_fails_on_what_is_remembered_is_tried_on_what_is_there_before_it_is_parked() throws SQLException {
        one.accept(List.of(said(0, 1)));
        one.accept(List.of(Sayings.record(first, 1, "a", 2, Sayings.said(Sayings.UNSPEAKABLE))));
        one.accept(List.of(said(2, 3)));
        assertThat(sayings.asked).containsExactly("1", Sayings.UNSPEAKABLE, Sayings.UNSPEAKABLE);
        assertThat(rows("select cause from parked where reader = 'sayings' order by \"offset\""))
                .containsExactly("UNREADABLE", "BEHIND");
    }

    @Test
    void what_the_tables_themselves_do_not_take_is_parked_all_the_same() throws SQLException {
        one.accept(List.of(said(0, 1)));
        one.accept(List.of(Sayings.record(first, 1, "a", 2, Sayings.said("refused"))));
        assertThat(rows("select reason from parked where reader = 'sayings'"))
                .singleElement()
                .asString()
                .contains("check constraint");
    }

    @Test
    void no_batch_is_judged_while_an_operator_frees_a_stream() throws Exception {
        one.accept(List.of(said(0, 1), Sayings.record(first, 1, "b", 1, "not json")));
        var next = List.of(Sayings.record(first, 2, "b", 2, Sayings.said("behind")));
        try (var reader = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.begin();
            Future<?> folded;
            try (var connection = database.getConnection()) {
                folding.retry(sayings, connection, "b");
                folded = reader.submit(() -> one.accept(next));
                assertThatThrownBy(() -> folded.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            } finally {
                QuarkusTransaction.commit();
            }
            folded.get();
        }
        assertThat(rows("select cause from parked where reader = 'sayings' order by \"offset\""))
                .containsExactly("UNREADABLE", "BEHIND");
    }

    @Test
    void a_record_that_an_operator_gives_up_frees_its_stream_for_a_replica_that_remembers_others() throws SQLException {
        one.accept(List.of(
                said(0, 1), Sayings.record(first, 1, "b", 1, "not json"), Sayings.record(first, 2, "b", 2, "{}")));
        one.accept(List.of(said(3, 2)));
        for (var id : rows("select id::text from parked where reader = 'sayings' order by \"offset\"")) {
            parked.discard(Long.parseLong(id), "a test");
        }
        one.accept(List.of(Sayings.record(first, 4, "b", 3, Sayings.said("free")), said(5, 3)));
        assertThat(words()).containsExactly("a 1 1", "a 2 2", "a 3 3", "b 3 free");
        assertThat(rows("select id::text from parked where reader = 'sayings'")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoever_folds_which_batch_each_fact_is_folded_once_and_in_order(long seed) throws Exception {
        var random = new Random(seed);
        var records = topic(random);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var reading =
                    threads.submit(() -> portions(records, new Random(seed + 1)).forEach(one));
            var readingToo =
                    threads.submit(() -> portions(records, new Random(seed + 2)).forEach(other));
            reading.get();
            readingToo.get();
        }
        var expected = new ArrayList<String>();
        for (int stream = 0; stream < STREAMS; stream++) {
            for (int version = 1; version <= VERSIONS && !isBroken(stream, version); version++) {
                expected.add("s" + stream + " " + version + " " + stream + "-" + version);
            }
        }
        assertThat(words()).isEqualTo(expected);
        assertThat(rows("select stream || ' ' || version from stream_seen where reader = 'sayings' order by stream"))
                .hasSize(STREAMS)
                .contains("s0 " + VERSIONS, "s3 4");
        assertThat(rows("select version::text from parked where reader = 'sayings' and stream = 's3' order by version"))
                .containsExactly("5", "6", "7", "8");
        assertThat(rows("select sum(next_offset)::text from cursor where reader = 'sayings'"))
                .containsExactly(String.valueOf(STREAMS * VERSIONS));
    }

    private static boolean isBroken(int stream, int version) {
        return stream == 3 && version == 5;
    }

    /** Every stream in its partition, their facts mixed at random. */
    private List<List<ConsumerRecord<String, byte[]>>> topic(Random random) {
        var partitions = new ArrayList<List<ConsumerRecord<String, byte[]>>>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            var next = new int[STREAMS];
            var open = new ArrayList<Integer>();
            for (int stream = partition; stream < STREAMS; stream += PARTITIONS) {
                open.add(stream);
            }
            while (!open.isEmpty()) {
                int stream = open.get(random.nextInt(open.size()));
                int version = ++next[stream];
                records.add(Sayings.record(
                        new TopicPartition(topic, partition),
                        records.size(),
                        "s" + stream,
                        version,
                        isBroken(stream, version) ? "not json" : Sayings.said(stream + "-" + version)));
                if (version == VERSIONS) {
                    open.remove(Integer.valueOf(stream));
                }
            }
            partitions.add(records);
        }
        return partitions;
    }

    /** All of the topic in batches of one partition or several, now and then from an earlier offset again. */
    private static List<List<ConsumerRecord<String, byte[]>>> portions(
            List<List<ConsumerRecord<String, byte[]>>> topic, Random random) {
        var portions = new ArrayList<List<ConsumerRecord<String, byte[]>>>();
        var from = new int[PARTITIONS];
        while (!isAtEnd(topic, from)) {
            var portion = new ArrayList<ConsumerRecord<String, byte[]>>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                if (random.nextInt(3) > 0) {
                    continue;
                }
                var records = topic.get(partition);
                int begin = random.nextInt(8) == 0 ? random.nextInt(from[partition] + 1) : from[partition];
                int end = Math.min(records.size(), begin + 1 + random.nextInt(4));
                portion.addAll(records.subList(begin, end));
                from[partition] = end;
            }
            if (!portion.isEmpty()) {
                portions.add(portion);
            }
        }
        return portions;
    }

    private static boolean isAtEnd(List<List<ConsumerRecord<String, byte[]>>> topic, int[] from) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (from[partition] < topic.get(partition).size()) {
                return false;
            }
        }
        return true;
    }

    private ConsumerRecord<String, byte[]> said(long offset, long version) {
        return Sayings.record(first, offset, "a", version, Sayings.said(String.valueOf(version)));
    }

    private List<String> words() throws SQLException {
        return rows("select stream || ' ' || version || ' ' || word from saying order by stream, version");
    }

    private List<String> rows(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
