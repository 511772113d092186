package cn.chuyi.kit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.test.FreshTopic;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A topic of one partition, so that there is one order, with a producer and a consumer of its own. */
final class SeparateTopic implements AutoCloseable {
    /** A question that was sent ahead, about what comes after the end, holds up the next one only so long. */
    private static final int FETCH_WAIT_MILLIS = 10;

    private final String name;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final TopicPartition only;

    private SeparateTopic(String brokers, String name) {
        this.name = name;
        this.only = new TopicPartition(name, 0);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "fetch.max.wait.ms", FETCH_WAIT_MILLIS),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(only));
    }

    static SeparateTopic create(String brokers, String name) throws InterruptedException, ExecutionException {
        FreshTopic.create(brokers, name, 1);
        return new SeparateTopic(brokers, name);
    }

    /**
     * A record, as far as order and chain go.
     *
     * @param before the text of the link before its own
     */
    record Seen(int n, String stream, String before) {
        static Seen of(ConsumerRecord<String, byte[]> record) {
            try {
                return new Seen(
                        Json.mapper().readTree(record.value()).get("n").asInt(),
                        record.key(),
                        new String(
                                record.headers()
                                        .lastHeader(Outgoing.PREVIOUS_LINK)
                                        .value(),
                                UTF_8));
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String name() {
        return name;
    }

    Delivery send(int count, Stream<ProducerRecord<String, byte[]>> records, @Nullable Delivery before, boolean more) {
        var delivery = new Delivery(count);
        delivery.send(records, producer, before, more);
        return delivery;
    }

    /** The first records; waits until they are there. */
    List<Seen> read(int count) {
        var seen = new ArrayList<Seen>();
        consumer.seek(only, 0);
        while (seen.size() < count) {
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> seen.add(Seen.of(record)));
        }
        return seen;
    }

    long end() {
        return consumer.endOffsets(List.of(only)).values().iterator().next();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
