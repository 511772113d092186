package cn.chuyi.reporting.rebuild.log;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.DefaultRecordBatch;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** One record where it lies in the bytes of its batch. The next record of the batch takes its place. */
public final class Entry {
    private final Walk walk = new Walk();
    private TopicPartition partition = new TopicPartition("", 0);
    private TimestampType timestampType = TimestampType.NO_TIMESTAMP_TYPE;
    private long firstOffset;
    private long firstTimestamp;
    private long lastTimestamp;
    private long offset;
    private long timestamp;
    private @Nullable Bytes key;
    private @Nullable Bytes value;
    private int headers;
    private int end;

    void begin(TopicPartition partition, DefaultRecordBatch batch) {
        this.partition = partition;
        this.timestampType = batch.timestampType();
        this.firstOffset = batch.baseOffset();
        this.firstTimestamp = batch.baseTimestamp();
        this.lastTimestamp = batch.maxTimestamp();
    }

    /**
     * Turns to a record: its size, attributes, time, offset, key, value and headers.
     *
     * @param limit before which the batch ends
     * @return where the next one begins
     * @throws IllegalArgumentException when it breaks off
     */
    int turnTo(byte[] batch, int from, int limit) {
        walk.begin(batch, from, limit);
        int size = walk.length();
        end = walk.at() + size;
        walk.begin(batch, walk.at() + 1, end);
        timestamp = firstTimestamp + walk.number();
        offset = firstOffset + walk.number();
        key = bytes();
        value = bytes();
        headers = walk.at();
        return end;
    }

    private @Nullable Bytes bytes() {
        int length = walk.length();
        if (length == Walk.ABSENT) {
            return null;
        }
        var bytes = new Bytes(walk.array(), walk.at(), walk.at() + length);
        walk.pass(length);
        return bytes;
    }

    String topic() {
        return partition.topic();
    }

    int partition() {
        return partition.partition();
    }

    long offset() {
        return offset;
    }

    @Nullable
    Bytes key() {
        return key;
    }

    @Nullable
    Bytes value() {
        return value;
    }

    /** At the number of headers; each is a name and a value. */
    Walk headers() {
        walk.begin(walk.array(), headers, end);
        return walk;
    }

    /** The same as the consumer would hand it out. */
    ConsumerRecord<String, byte[]> record() {
        var found = new RecordHeaders();
        var at = headers();
        for (long left = at.number(); left > 0; left--) {
            var name = Objects.requireNonNull(bytes()).text();
            var content = bytes();
            found.add(name, content == null ? null : content.copy());
        }
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                timestampType == TimestampType.LOG_APPEND_TIME ? lastTimestamp : timestamp,
                timestampType,
                key == null ? ConsumerRecord.NULL_SIZE : key.length(),
                value == null ? ConsumerRecord.NULL_SIZE : value.length(),
                key == null ? null : key.text(),
                value == null ? null : value.copy(),
                found,
                Optional.empty());
    }
}
