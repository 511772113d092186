package cn.chuyi.kit.journal;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Sends batches with the producer of the channel {@value #CHANNEL}, which is configured, watched and closed as any other. */
@ApplicationScoped
class Sending {
    private static final String CHANNEL = "events";

    private final KafkaClientService clients;

    /** @param channel is there so that the channel is; what goes through it costs several times what Kafka's client does */
    Sending(KafkaClientService clients, @Channel(CHANNEL) MutinyEmitter<byte[]> channel) {
        this.clients = clients;
    }

    /**
     * Returns when all are acknowledged.
     *
     * @throws IllegalStateException when one is not in time, or never will be
     */
    void send(List<ProducerRecord<String, byte[]>> records, Duration longest) {
        var producer = clients.<String, byte[]>getProducer(CHANNEL).unwrap();
        long giveUp = System.nanoTime() + longest.toNanos();
        var sent = new ArrayList<Future<RecordMetadata>>();
        records.forEach(record -> sent.add(producer.send(record)));
        try {
            for (var one : sent) {
                one.get(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not acknowledge a batch", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was sent", e);
        }
    }
}
