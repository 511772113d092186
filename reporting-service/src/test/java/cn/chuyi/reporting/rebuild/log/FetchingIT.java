package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.test.FreshTopic;
import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken off the broker's batches is what Kafka's consumer hands out of them, on a real broker. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class FetchingIT {
    private static final int PARTITIONS = 3;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "gzip", "zstd"})
    void every_record_is_the_one_that_the_consumer_hands_out(String compression) throws Exception {
        var topic = filled("whole-" + compression, compression, 2000);
        try (var log = new Log(kafka, topic)) {
            var ends = log.ends();
            assertThat(ends.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2000);
            requireSame(fetched(topic, ends, log::leaders), consumed(log, ends));
        }
    }

    @Test
    void nothing_is_read_from_the_end_on_though_it_is_in_the_same_batch() throws Exception {
        var topic = filled("part", "lz4", 300);
        try (var log = new Log(kafka, topic)) {
            var ends = new HashMap<TopicPartition, Long>();
            log.ends().forEach((partition, end) -> ends.put(partition, end / 2));
            requireSame(fetched(topic, ends, log::leaders), consumed(log, ends));
        }
    }

    @Test
    void a_partition_of_nothing_is_read_at_once() throws Exception {
        var topic = filled("nothing", "none", 0);
        try (var log = new Log(kafka, topic)) {
            assertThat(fetched(topic, log.ends(), log::leaders)).isEmpty();
        }
    }

    @Test
    void what_kafka_writes_itself_about_transactions_is_passed_over() throws Exception {
        var topic = filled("transactions", "none", 10);
        var settings = settings("lz4");
        settings.put("transactional.id", topic);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record(topic, 10)).get();
            producer.commitTransaction();
        }
        try (var log = new Log(kafka, topic)) {
            var ends = log.ends();
            var records = fetched(topic, ends, log::leaders);
            assertThat(records).hasSize(11);
            requireSame(records, consumed(log, ends));
        }
    }

    @Test
    void who_does_not_answer_is_looked_for_elsewhere() throws Exception {
        var topic = filled("moved", "lz4", 100);
        try (var log = new Log(kafka, topic)) {
            var gone = new HashMap<TopicPartition, Node>();
            log.leaders(topic).forEach((partition, node) -> gone.put(partition, new Node(77, "localhost", 1)));
            Queue<Map<TopicPartition, Node>> told = new ArrayDeque<>(List.of(gone, Map.of(), log.leaders(topic)));
            assertThat(fetched(topic, log.ends(), _ -> told.size() > 1 ? told.remove() : told.element()))
                    .hasSize(100);
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void whoever_wants_to_stop_is_heard_between_the_batches() throws Exception {
        var topic = filled("stopped", "none", 100);
        try (var log = new Log(kafka, topic);
                var fetching = new Fetching(kafka, log::leaders)) {
            var ends = log.ends();
            assertThatThrownBy(() -> fetching.read(topic, ends, _ -> {}, () -> {
                        throw new CancellationException("stopped");
                    }))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private List<ConsumerRecord<String, byte[]>> fetched(
            String topic, Map<TopicPartition, Long> ends, Function<String, Map<TopicPartition, Node>> leaders) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var fetching = new Fetching(kafka, leaders)) {
            fetching.read(topic, ends, entry -> records.add(entry.record()), () -> {});
        }
        return records;
    }

    private static List<ConsumerRecord<String, byte[]>> consumed(Log log, Map<TopicPartition, Long> ends) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        log.read(Map.of(), ends, records::addAll);
        return records;
    }

    private static void requireSame(
            List<ConsumerRecord<String, byte[]>> fetched, List<ConsumerRecord<String, byte[]>> consumed) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(lines(fetched, partition)).isNotEmpty().isEqualTo(lines(consumed, partition));
        }
    }

    private static List<String> lines(List<ConsumerRecord<String, byte[]>> records, int partition) {
        return records.stream()
                .filter(record -> record.partition() == partition)
                .map(FetchingIT::line)
                .toList();
    }

    private static String line(ConsumerRecord<String, byte[]> record) {
        return String.join(
                " ",
                record.topic(),
                Long.toString(record.offset()),
                Long.toString(record.timestamp()),
                record.timestampType().name,
                record.key(),
                Integer.toString(record.serializedKeySize()),
                Integer.toString(record.serializedValueSize()),
                Arrays.toString(record.value()),
                Arrays.toString(record.headers().toArray()));
    }

    private String filled(String name, String compression, int records) throws Exception {
        var topic = "fetching-" + name;
        FreshTopic.create(brokers(), topic, PARTITIONS);
        try (var producer =
                new KafkaProducer<>(settings(compression), new StringSerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (int i = 0; i < records; i++) {
                sent.add(producer.send(record(topic, i)));
            }
            for (var one : sent) {
                one.get();
            }
        }
        return topic;
    }

    /** Some without a key, a value, a header or a header's value. */
    private static ProducerRecord<@Nullable String, byte @Nullable []> record(String topic, int number) {
        var record = new ProducerRecord<@Nullable String, byte @Nullable []>(
                topic,
                number % PARTITIONS,
                number % 7 == 0 ? null : "流-" + number,
                number % 11 == 0 ? null : ("{\"n\":" + "1".repeat(number) + "}").getBytes(UTF_8));
        for (int i = 0; i < number % 5; i++) {
            record.headers().add("名-" + i, i == 3 ? null : new byte[number]);
        }
        return record;
    }

    private Map<String, Object> settings(String compression) {
        return new HashMap<>(Map.of("bootstrap.servers", brokers(), "compression.type", compression, "linger.ms", 5));
    }

    private String brokers() {
        return String.valueOf(kafka.get("bootstrap.servers"));
    }
}
