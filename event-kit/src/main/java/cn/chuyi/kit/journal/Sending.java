package cn.chuyi.kit.journal;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches with the producer of the channel {@value #CHANNEL}, which is configured, watched and closed as any other;
 * one after the other in a thread of its own, which compresses one while the next is read.
 */
@ApplicationScoped
class Sending {
    private static final String CHANNEL = "events";

    private final KafkaClientService clients;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("relay-sending").daemon().factory());

    /** @param channel is there so that the channel is; what goes through it costs several times what Kafka's client does */
    Sending(KafkaClientService clients, @Channel(CHANNEL) MutinyEmitter<byte[]> channel) {
        this.clients = clients;
    }

    /**
     * Does not wait for what becomes of them.
     *
     * @param before of the batch that these may not be sent without; absent when all before were acknowledged
     * @param more whether others follow at once, so that the producer may fill its batches with them
     */
    Delivery send(int count, Stream<ProducerRecord<String, byte[]>> records, @Nullable Delivery before, boolean more) {
        var producer = clients.<String, byte[]>getProducer(CHANNEL).unwrap();
        var delivery = new Delivery(count);
        thread.execute(() -> delivery.send(records, producer, before, more));
        return delivery;
    }
}
