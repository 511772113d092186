package cn.chuyi.bench.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One fact as a relay would send it. */
record Event(String topic, String stream, long version, String type, String id, Instant time, String json) {

    ProducerRecord<String, byte[]> record() {
        var record = new ProducerRecord<>(topic, stream, json.getBytes(UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id);
        header(record, "ce_source", topic.equals(Population.REGISTRY) ? "/registry-service" : "/assessment-service");
        header(record, "ce_type", type);
        header(record, "ce_time", time.toString());
        header(record, "ce_subject", stream);
        header(record, "ce_sequence", Long.toString(version));
        header(record, "ce_actor", "5d0f7e8a-1c0b-4c8e-9d6e-2f3a4b5c6d7e");
        header(record, "ce_correlationid", id);
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
