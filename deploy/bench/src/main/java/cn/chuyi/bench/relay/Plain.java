package cn.chuyi.bench.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer that does nothing else, with the settings of the services'. */
final class Plain implements AutoCloseable {
    static final String TOPIC = "bench.plain";
    private static final int PARTITIONS = 12;

    private final KafkaProducer<String, byte[]> producer;

    Plain(String bootstrap) throws InterruptedException {
        Map<String, Object> address = Map.of("bootstrap.servers", bootstrap);
        try (var admin = Admin.create(address)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("no topic " + TOPIC, e);
        }
        var settings = new HashMap<>(address);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", 2);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Seconds for as many records, all acknowledged. */
    double send(List<ProducerRecord<String, byte[]>> records, int count) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            var record = records.get(i % records.size());
            producer.send(new ProducerRecord<>(TOPIC, null, record.key(), record.value(), record.headers()));
        }
        producer.flush();
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() {
        producer.close();
    }
}
