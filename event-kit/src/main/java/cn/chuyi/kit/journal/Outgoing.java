package cn.chuyi.kit.journal;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes a CloudEvent in binary mode of a row: key = stream, value = payload, the rest in headers. */
final class Outgoing {
    static final String PREVIOUS_LINK = "ce_previouslink";

    private final String topic;
    private final String source;

    Outgoing(String topic, String service) {
        this.topic = topic;
        this.source = "/" + service;
    }

    /** @param before the link before the row's own */
    ProducerRecord<String, byte[]> record(JournalRow row, Link before) {
        var record =
                new ProducerRecord<>(topic, null, row.recordedAt().toEpochMilli(), row.stream(), bytes(row.payload()));
        var headers = record.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.id().toString());
        add(headers, "ce_source", source);
        add(headers, "ce_type", row.type());
        add(headers, "ce_time", row.recordedAt().toString());
        add(headers, "ce_subject", row.stream());
        add(headers, "ce_sequence", Long.toString(row.version()));
        add(headers, PREVIOUS_LINK, before.text());
        add(headers, "ce_actor", row.origin().actor());
        add(headers, "ce_correlationid", row.origin().correlationId());
        add(headers, "ce_causationid", row.origin().causationId());
        add(headers, "content-type", "application/json");
        add(headers, "traceparent", row.origin().traceparent());
        return record;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, bytes(value));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
