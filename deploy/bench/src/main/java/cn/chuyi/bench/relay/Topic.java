package cn.chuyi.bench.relay;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What arrived on the topic. */
final class Topic implements AutoCloseable {
    private static final long PATIENCE_NANOS = Duration.ofMinutes(10).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;

    Topic(String bootstrap, String name) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false, "fetch.min.bytes", 1),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList());
    }

    /** Records so far. */
    long end() {
        return consumer.endOffsets(consumer.assignment()).values().stream()
                .mapToLong(offset -> offset)
                .sum();
    }

    /** Returns when so many records are there and the journal says so too. */
    void await(Journal journal, long records) throws SQLException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (end() < records || !journal.isPublished()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("only " + end() + " of " + records + " records arrived");
            }
            Thread.sleep(50);
        }
    }

    /**
     * How the topic agrees with the journal.
     *
     * @param rows of the journal
     * @param wrong records that are missing, came before one they follow, or are of no row
     * @param repeated records that came once more, which is allowed
     */
    record Order(long rows, long wrong, long repeated) {}

    Order check(Journal journal) throws SQLException {
        var last = new HashMap<String, Long>();
        long end = end();
        long outOfOrder = 0;
        long repeated = 0;
        consumer.seekToBeginning(consumer.assignment());
        for (long read = 0; read < end; ) {
            var records = consumer.poll(Duration.ofSeconds(1));
            read += records.count();
            for (var record : records) {
                long before = last.getOrDefault(record.key(), 0L);
                long version = version(record);
                if (version == before + 1) {
                    last.put(record.key(), version);
                } else if (version <= before) {
                    repeated++;
                } else {
                    outOfOrder++;
                }
            }
        }
        var streams = journal.streams();
        long missing = streams.entrySet().stream()
                .mapToLong(stream -> stream.getValue() - last.getOrDefault(stream.getKey(), 0L))
                .map(Math::abs)
                .sum();
        long unknown = last.keySet().stream()
                .filter(stream -> !streams.containsKey(stream))
                .count();
        long rows = streams.values().stream().mapToLong(versions -> versions).sum();
        return new Order(rows, outOfOrder + missing + unknown, repeated);
    }

    private static long version(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(
                new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
