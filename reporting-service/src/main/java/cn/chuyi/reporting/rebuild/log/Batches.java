package cn.chuyi.reporting.rebuild.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.DefaultRecordBatch;
import org.apache.kafka.common.record.Records;
import org.apache.kafka.common.utils.BufferSupplier;

/** Takes batches apart, one after the other in the same memory, so that most of them stay in the processor's caches. */
final class Batches implements AutoCloseable {
    private static final int FIRST_ROOM = 1 << 16;

    private final BufferSupplier buffers = BufferSupplier.create();
    private final Entry entry = new Entry();
    private byte[] bytes = new byte[FIRST_ROOM];

    /** The offset behind the last of these records, or where there are none what was asked for. */
    static long next(Records records, long from) {
        long next = from;
        for (var batch : records.batches()) {
            next = batch.nextOffset();
        }
        return next;
    }

    /**
     * Hands out record by record; what is written by Kafka itself, about transactions, is passed over.
     *
     * @param from offsets before it are passed over
     * @param to offsets from it on are passed over
     */
    void read(TopicPartition partition, Records records, long from, long to, Consumer<Entry> taker) {
        for (var batch : records.batches()) {
            batch.ensureValid();
            if (!(batch instanceof DefaultRecordBatch whole)) {
                throw new IllegalStateException(partition + " has batches of an old form at " + batch.baseOffset());
            }
            if (!whole.isControlBatch()) {
                read(partition, whole, from, to, taker);
            }
        }
    }

    private void read(TopicPartition partition, DefaultRecordBatch batch, long from, long to, Consumer<Entry> taker) {
        int length = fill(batch);
        entry.begin(partition, batch);
        for (int at = 0; at < length; ) {
            at = entry.turnTo(bytes, at, length);
            if (entry.offset() >= from && entry.offset() < to) {
                taker.accept(entry);
            }
        }
    }

    private int fill(DefaultRecordBatch batch) {
        int length = 0;
        try (InputStream in = batch.recordInputStream(buffers)) {
            for (int read = 0; read >= 0; read = in.read(bytes, length, bytes.length - length)) {
                length += read;
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * length);
                }
            }
            return length;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the batch at " + batch.baseOffset(), e);
        }
    }

    @Override
    public void close() {
        buffers.close();
    }
}
