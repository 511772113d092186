package cn.chuyi.kit.reader;

import cn.chuyi.kit.event.Texts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Kafka headers as text, for records whose envelope cannot be trusted. */
final class Headers {
    private Headers() {}

    static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The stream that a record names, or else its key; absent when it has neither. */
    static @Nullable String stream(ConsumerRecord<String, ?> record) {
        String subject = text(record, "ce_subject");
        return subject == null ? record.key() : subject;
    }

    static @Nullable Long number(ConsumerRecord<?, ?> record, String name) {
        String text = text(record, name);
        return text != null && text.matches("[1-9]\\d{0,17}") ? Long.valueOf(text) : null;
    }

    static Map<String, String> all(ConsumerRecord<?, ?> record) {
        var all = new LinkedHashMap<String, String>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                var text = new String(header.value(), StandardCharsets.UTF_8);
                all.put(String.valueOf(Texts.kept(header.key())), String.valueOf(Texts.kept(text)));
            }
        }
        return all;
    }
}
