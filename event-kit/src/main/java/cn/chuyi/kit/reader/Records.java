package cn.chuyi.kit.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a batch of records says without being read. */
final class Records {
    private Records() {}

    static List<ConsumerRecord<String, byte[]>> inOrder(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .sorted(Comparator.comparing((ConsumerRecord<String, byte[]> record) -> record.topic())
                        .thenComparing(ConsumerRecord::partition)
                        .thenComparing(ConsumerRecord::offset))
                .toList();
    }

    /** The next offset of each partition after them. */
    static Map<TopicPartition, Long> ends(List<ConsumerRecord<String, byte[]>> batch) {
        var ends = new LinkedHashMap<TopicPartition, Long>();
        batch.forEach(record -> ends.merge(partition(record), record.offset() + 1, Math::max));
        return ends;
    }

    /**
     * Those that the cursor had not passed.
     *
     * @param next offset of each partition; is moved beyond them
     */
    static List<ConsumerRecord<String, byte[]>> fresh(
            Map<TopicPartition, Long> next, List<ConsumerRecord<String, byte[]>> batch) {
        var fresh = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var record : batch) {
            if (record.offset() >= Objects.requireNonNull(next.get(partition(record)))) {
                fresh.add(record);
                next.put(partition(record), record.offset() + 1);
            }
        }
        return fresh;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The streams that they name. */
    static Set<String> streams(List<ConsumerRecord<String, byte[]>> records) {
        var streams = new LinkedHashSet<String>();
        records.stream().map(Headers::stream).filter(Objects::nonNull).forEach(streams::add);
        return streams;
    }
}
