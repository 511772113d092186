package cn.chuyi.kit.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What becomes of a batch that was sent. */
final class Delivery implements Callback {
    private final AtomicInteger missing;
    private final CompletableFuture<Void> all = new CompletableFuture<>();

    Delivery(int records) {
        this.missing = new AtomicInteger(records);
    }

    /** As {@link Sending#send}, until something fails; nothing that is after it in a stream may be sent without it. */
    void send(
            Stream<ProducerRecord<String, byte[]>> records,
            Producer<String, byte[]> producer,
            @Nullable Delivery before,
            boolean more) {
        try {
            if (before != null && before.hasFailed()) {
                throw new IllegalStateException("the batch before was not sent");
            }
            records.takeWhile(_ -> !hasFailed()).forEachOrdered(record -> producer.send(record, this));
            if (!more) {
                producer.flush();
            }
        } catch (RuntimeException e) {
            all.completeExceptionally(e);
        }
    }

    /** Whether all are acknowledged, or never will be. */
    boolean isDone() {
        return all.isDone();
    }

    private boolean hasFailed() {
        return all.isCompletedExceptionally();
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata record, @Nullable Exception failure) {
        if (failure != null) {
            all.completeExceptionally(failure);
        } else if (missing.decrementAndGet() == 0) {
            all.complete(null);
        }
    }

    /**
     * Returns when all records are acknowledged.
     *
     * @throws IllegalStateException when one is not in time, or never will be
     */
    void await(Duration longest) {
        try {
            all.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not acknowledge a batch", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was sent", e);
        }
    }
}
