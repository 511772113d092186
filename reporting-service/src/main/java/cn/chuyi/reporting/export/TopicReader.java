package cn.chuyi.reporting.export;

import cn.chuyi.kit.event.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Fetches single records by their position; neighbours come in one go. */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int PATIENCE = 80;

    /** What is asked for is there: only an answer about partitions that are read to their end has anything to wait for. */
    private static final int FETCH_WAIT_MILLIS = 10;

    /** So many records are rather read over than jumped over. */
    private static final long NEAR = 300;

    private final KafkaConsumer<String, byte[]> consumer;

    TopicReader(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.keySet().removeIf(key -> !ConsumerConfig.configNames().contains(key));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The records that are there; a position whose record is gone is left out. */
    Map<Position, ConsumerRecord<String, byte[]>> read(Collection<Position> positions) {
        var wanted = new HashMap<TopicPartition, NavigableSet<Long>>();
        positions.forEach(position -> wanted.computeIfAbsent(
                        new TopicPartition(position.topic(), position.partition()), _ -> new TreeSet<>())
                .add(position.offset()));
        consumer.assign(wanted.keySet());
        leaveOutWhatIsGone(wanted);
        wanted.forEach((partition, offsets) -> consumer.seek(partition, offsets.first()));
        var found = new HashMap<Position, ConsumerRecord<String, byte[]>>();
        int silent = 0;
        while (!wanted.isEmpty() && silent < PATIENCE) {
            var records = consumer.poll(POLL);
            silent = records.isEmpty() ? silent + 1 : 0;
            records.partitions().forEach(partition -> take(partition, wanted, records.records(partition), found));
        }
        consumer.assign(List.of());
        return found;
    }

    private void leaveOutWhatIsGone(Map<TopicPartition, NavigableSet<Long>> wanted) {
        consumer.beginningOffsets(wanted.keySet())
                .forEach((partition, first) ->
                        offsets(wanted, partition).headSet(first).clear());
        consumer.endOffsets(wanted.keySet())
                .forEach((partition, end) ->
                        offsets(wanted, partition).tailSet(end).clear());
        wanted.values().removeIf(Collection::isEmpty);
        consumer.assign(wanted.keySet());
    }

    private void take(
            TopicPartition partition,
            Map<TopicPartition, NavigableSet<Long>> wanted,
            List<ConsumerRecord<String, byte[]>> records,
            Map<Position, ConsumerRecord<String, byte[]>> found) {
        var offsets = offsets(wanted, partition);
        for (var record : records) {
            if (offsets.remove(record.offset())) {
                found.put(new Position(record.topic(), record.partition(), record.offset()), record);
            }
        }
        offsets.headSet(consumer.position(partition)).clear();
        if (offsets.isEmpty()) {
            wanted.remove(partition);
            consumer.pause(List.of(partition));
        } else if (offsets.first() - consumer.position(partition) > NEAR) {
            consumer.seek(partition, offsets.first());
        }
    }

    private static NavigableSet<Long> offsets(
            Map<TopicPartition, NavigableSet<Long>> wanted, TopicPartition partition) {
        return wanted.getOrDefault(partition, new TreeSet<>());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
