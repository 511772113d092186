package cn.chuyi.kit.reader;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Cursors.At;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What a batch of records says without being read.
 *
 * @param all in the order of offsets within each partition
 * @param concerned those that {@linkplain Reading#concerns concern} the reader
 */
record Records(List<ConsumerRecord<String, byte[]>> all, List<ConsumerRecord<String, byte[]>> concerned) {

    static Records of(List<ConsumerRecord<String, byte[]>> batch, Reading<?> reading) {
        return new Records(
                batch,
                batch.stream().filter(record -> concerns(reading, record)).toList());
    }

    private static boolean concerns(Reading<?> reading, ConsumerRecord<String, byte[]> record) {
        var stream = Headers.stream(record);
        return stream == null || reading.concerns(stream);
    }

    static List<ConsumerRecord<String, byte[]>> inOrder(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .sorted(Comparator.comparing((ConsumerRecord<String, byte[]> record) -> record.topic())
                        .thenComparing(ConsumerRecord::partition)
                        .thenComparing(ConsumerRecord::offset))
                .toList();
    }

    /** The next offset of each partition after them. */
    Map<TopicPartition, Long> ends() {
        var ends = new LinkedHashMap<TopicPartition, Long>();
        all.forEach(record -> ends.merge(partition(record), record.offset() + 1, Math::max));
        return ends;
    }

    /**
     * Those concerned that the cursor had not passed.
     *
     * @param before where each partition was
     */
    List<ConsumerRecord<String, byte[]>> fresh(Map<TopicPartition, At> before) {
        var passed = new HashMap<TopicPartition, Long>();
        before.forEach((partition, at) -> passed.put(partition, at.next()));
        var fresh = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var record : concerned) {
            if (record.offset() >= Objects.requireNonNull(passed.get(partition(record)))) {
                fresh.add(record);
                passed.put(partition(record), record.offset() + 1);
            }
        }
        return fresh;
    }

    static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The streams that the concerned ones name. */
    Set<String> streams() {
        var streams = new LinkedHashSet<String>();
        concerned.stream().map(Headers::stream).filter(Objects::nonNull).forEach(streams::add);
        return streams;
    }

    /** Of the concerned ones. */
    List<Position> positions() {
        return concerned.stream().map(CloudEvents::position).toList();
    }
}
