package cn.chuyi.local.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What lies in the topics, read and written without any code of the suite, as an outsider would. */
record Records(String bootstrapServers) {

    static final String REGISTRY = "chuyi.registry.v1";
    static final String ASSESSMENT = "chuyi.assessment.v1";

    /** The newest version of each stream, as tokens {@code stream@version}. */
    List<String> tips(List<String> topics) {
        var newest = new TreeMap<String, Long>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readToEnd(consumer, newest);
        }
        return newest.entrySet().stream()
                .map(tip -> tip.getKey() + "@" + tip.getValue())
                .toList();
    }

    private static void readToEnd(Consumer<String, byte[]> consumer, Map<String, Long> newest) {
        var ends = new HashMap<>(consumer.endOffsets(consumer.assignment()));
        while (!ends.isEmpty()) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                var sequence = record.headers().lastHeader("ce_sequence").value();
                newest.merge(record.key(), Long.parseLong(new String(sequence, UTF_8)), Math::max);
            }
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    /** As many tokens in a piece as fit into an address. */
    static List<String> pieces(List<String> tokens) {
        var pieces = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i += 40) {
            pieces.add(String.join(",", tokens.subList(i, Math.min(tokens.size(), i + 40))));
        }
        return pieces;
    }

    /** Puts a record on the topic whose envelope is right and whose payload is no JSON. */
    void sendBroken(String stream, long version, String type) throws ExecutionException, InterruptedException {
        var record = new ProducerRecord<>(ASSESSMENT, stream, "{\"programme\": oops");
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/assessment-service",
                        "ce_type",
                        type,
                        "ce_time",
                        "2026-01-01T00:00:00Z",
                        "ce_subject",
                        stream,
                        "ce_sequence",
                        Long.toString(version),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        }
    }
}
