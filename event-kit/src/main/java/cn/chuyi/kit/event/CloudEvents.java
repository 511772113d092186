package cn.chuyi.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0, Kafka protocol binding, binary mode: the context is in {@code ce_} headers, the data is the value. */
public final class CloudEvents {
    private CloudEvents() {}

    /** The type header alone, so that a reader can skip what it does not know; absent when the record has none. */
    public static @Nullable String type(ConsumerRecord<String, byte[]> record) {
        return header(record.headers(), "ce_type");
    }

    /**
     * The whole context.
     *
     * @throws UnreadableEventException naming the first attribute that is missing or malformed
     */
    public static Envelope envelope(ConsumerRecord<String, byte[]> record) {
        var headers = record.headers();
        if (!"1.0".equals(required(headers, "ce_specversion"))) {
            throw new UnreadableEventException("ce_specversion is not 1.0", null);
        }
        return new Envelope(
                required(headers, "ce_id"),
                required(headers, "ce_source"),
                required(headers, "ce_type"),
                instant(required(headers, "ce_time")),
                required(headers, "ce_subject"),
                sequence(required(headers, "ce_sequence")),
                header(headers, "ce_actor"),
                header(headers, "ce_correlationid"),
                header(headers, "ce_causationid"),
                position(record));
    }

    public static Position position(ConsumerRecord<?, ?> record) {
        return new Position(record.topic(), record.partition(), record.offset());
    }

    private static Instant instant(String text) {
        try {
            return RecordedTime.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableEventException("ce_time is no RFC 3339 time: " + text, e);
        }
    }

    private static long sequence(String text) {
        if (!isPositive(text)) {
            throw new UnreadableEventException("ce_sequence is no positive number: " + text, null);
        }
        return Long.parseLong(text);
    }

    /** At most eighteen digits, the first not 0. */
    private static boolean isPositive(String text) {
        if (text.isEmpty() || text.length() > 18 || text.charAt(0) == '0') {
            return false;
        }
        return text.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    private static String required(Headers headers, String name) {
        String value = header(headers, name);
        if (value == null || value.isBlank()) {
            throw new UnreadableEventException("header " + name + " is missing", null);
        }
        return value;
    }

    private static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
