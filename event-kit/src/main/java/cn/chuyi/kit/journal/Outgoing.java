package cn.chuyi.kit.journal;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes a CloudEvent in binary mode of a row: key = stream, value = payload, the rest in headers. */
final class Outgoing {
    static final String PREVIOUS_LINK = "ce_previouslink";

    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private final String topic;
    private final byte[] source;

    Outgoing(String topic, String service) {
        this.topic = topic;
        this.source = bytes("/" + service);
    }

    /** @param before the link before the row's own */
    ProducerRecord<String, byte[]> record(JournalRow row, Link before) {
        var record = new ProducerRecord<>(topic, null, row.recordedAt(), row.streamText(), row.payload());
        var headers = record.headers();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", row.id());
        headers.add("ce_source", source);
        headers.add("ce_type", row.type());
        headers.add("ce_time", row.time());
        headers.add("ce_subject", row.stream());
        headers.add("ce_sequence", bytes(Long.toString(row.version())));
        headers.add(PREVIOUS_LINK, bytes(before.text()));
        add(headers, "ce_actor", row.actor());
        add(headers, "ce_correlationid", row.correlationId());
        add(headers, "ce_causationid", row.causationId());
        headers.add("content-type", JSON);
        add(headers, "traceparent", row.traceparent());
        return record;
    }

    private static void add(Headers headers, String name, byte @Nullable [] value) {
        if (value != null) {
            headers.add(name, value);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
