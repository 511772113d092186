package cn.chuyi.reporting.rebuild.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic, read with a plain consumer of no group, from an offset of each to another. */
public final class Log implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);

    /** What is read is there: only an answer about partitions that are read to their end has anything to wait for. */
    static final int FETCH_WAIT_MILLIS = 10;

    /** Records are much larger in memory than on their way; what is polled at once is there until it is taken. */
    private static final int MOST_POLLED = 250;

    private final KafkaConsumer<String, byte[]> consumer;
    private List<TopicPartition> partitions = List.of();

    /** All partitions of a topic. */
    public Log(Map<String, Object> kafka, String topic) {
        this(kafka);
        turnTo(topic);
    }

    /** Of no topic yet. */
    public Log(Map<String, Object> kafka) {
        this.consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Goes on with another topic, over the same connections. */
    public void turnTo(String topic) {
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** Which broker leads each partition of a topic, now; those that nobody leads are not there. */
    public Map<TopicPartition, Node> leaders(String topic) {
        var leaders = new HashMap<TopicPartition, Node>();
        consumer.partitionsFor(topic).stream()
                .filter(info -> info.leader() != null && !info.leader().isEmpty())
                .forEach(info -> leaders.put(new TopicPartition(topic, info.partition()), info.leader()));
        return leaders;
    }

    static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.keySet().removeIf(key -> !ConsumerConfig.configNames().contains(key));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_POLLED);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        // it does not live long enough for anybody to look
        settings.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, List.of());
        settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }

    /** Takes records in the order of each partition. */
    public interface Taker {
        void take(List<ConsumerRecord<String, byte[]>> records);
    }

    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** @throws TruncatedLogException when the beginning of a partition is gone, so that nobody can read it all */
    public void requireBeginning() {
        consumer.beginningOffsets(partitions).forEach((partition, first) -> {
            if (first > 0) {
                throw new TruncatedLogException(partition, first);
            }
        });
    }

    /** Nobody can read it all. */
    public static final class TruncatedLogException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TruncatedLogException(TopicPartition partition, long first) {
            super("the first record of " + partition + " is " + first + ", not 0: the log before it is gone");
        }
    }

    /** Reads from {@code from}, where absent from the beginning, to just before {@code to}. */
    public void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Taker taker) {
        read(from, to, taker, () -> {});
    }

    /** @param checkpoint is called at least four times a second, also when no record comes; what it throws ends reading */
    public void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Taker taker, Runnable checkpoint) {
        var open = new ArrayList<TopicPartition>();
        for (var partition : partitions) {
            long start = from.getOrDefault(partition, 0L);
            if (start < to.getOrDefault(partition, 0L)) {
                open.add(partition);
            }
        }
        consumer.assign(open);
        open.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        while (!open.isEmpty()) {
            checkpoint.run();
            take(to, taker);
            open.removeIf(partition -> consumer.position(partition) >= to.getOrDefault(partition, 0L));
            pauseDone(open);
        }
        consumer.assign(partitions);
    }

    private void take(Map<TopicPartition, Long> to, Taker taker) {
        var polled = consumer.poll(POLL);
        for (var partition : polled.partitions()) {
            long end = to.getOrDefault(partition, 0L);
            var records = polled.records(partition);
            taker.take(
                    records.getLast().offset() < end
                            ? records
                            : records.stream()
                                    .filter(record -> record.offset() < end)
                                    .toList());
        }
    }

    private void pauseDone(Collection<TopicPartition> open) {
        var done = new ArrayList<>(consumer.assignment());
        done.removeAll(open);
        consumer.pause(done);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
