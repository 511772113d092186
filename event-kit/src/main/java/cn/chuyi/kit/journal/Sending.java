package cn.chuyi.kit.journal;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    /** Does not wait for what becomes of them. */
    Delivery send(List<ProducerRecord<String, byte[]>> records) {
        var producer = clients.<String, byte[]>getProducer(CHANNEL).unwrap();
        var delivery = new Delivery(records.size());
        records.forEach(record -> producer.send(record, delivery));
        return delivery;
    }
}
