package cn.chuyi.bench.relay;

import cn.chuyi.bench.Topics;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer that does nothing else, with the settings of the services'. */
final class Plain implements AutoCloseable {
    static final String TOPIC = "bench.plain";

    private final KafkaProducer<String, byte[]> producer;

    Plain(String bootstrap) throws InterruptedException {
        Topics.create(bootstrap, TOPIC);
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrap);
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
