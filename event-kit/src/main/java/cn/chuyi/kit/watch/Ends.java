package cn.chuyi.kit.watch;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Where the topics end that this service reads. For one thread. */
@ApplicationScoped
@IfBuildProperty(name = "chuyi.reader.enabled", stringValue = "true")
class Ends {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final List<String> topics;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    Ends(@Identifier("default-kafka-broker") Map<String, Object> kafka, Config config) {
        this.kafka = kafka;
        this.topics = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"))
                .map(name -> config.getValue(name, String.class))
                .distinct()
                .sorted()
                .toList();
    }

    /** The offset that the next record of each partition will have. */
    Map<TopicPartition, Long> now() {
        var asked = consumer == null ? open() : consumer;
        consumer = asked;
        var partitions = topics.stream()
                .flatMap(topic -> asked.partitionsFor(topic, PATIENCE).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        return asked.endOffsets(partitions, PATIENCE);
    }

    private KafkaConsumer<byte[], byte[]> open() {
        var settings = new HashMap<>(kafka);
        settings.keySet().removeIf(key -> !ConsumerConfig.configNames().contains(key));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** After the thread that asks has ended. */
    @PreDestroy
    void close() {
        if (consumer != null) {
            consumer.close();
        }
    }
}
