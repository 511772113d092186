package cn.chuyi.kit.event;

import java.nio.charset.StandardCharsets;
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
        return new Context(record.headers()).envelope(position(record));
    }

    public static Position position(ConsumerRecord<?, ?> record) {
        return new Position(record.topic(), record.partition(), record.offset());
    }

    private static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
