package cn.chuyi.kit.event;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The headers of a record by name, wherever the record is kept; {@code ce_} headers are a CloudEvents context. */
@FunctionalInterface
public interface Attributes {

    /** Absent when the record has no such header. */
    @Nullable
    String get(String name);

    /**
     * The whole context.
     *
     * @throws UnreadableEventException naming the first attribute that is missing or malformed
     */
    default Envelope envelope(Position position) {
        if (!"1.0".equals(required("ce_specversion"))) {
            throw new UnreadableEventException("ce_specversion is not 1.0", null);
        }
        return new Envelope(
                required("ce_id"),
                required("ce_source"),
                required("ce_type"),
                instant(required("ce_time")),
                required("ce_subject"),
                sequence(required("ce_sequence")),
                optional("ce_actor"),
                get("ce_correlationid"),
                get("ce_causationid"),
                position);
    }

    private String required(String name) {
        String value = get(name);
        if (value == null || value.isBlank()) {
            throw new UnreadableEventException("header " + name + " is missing", null);
        }
        return clean(name, value);
    }

    private @Nullable String optional(String name) {
        String value = get(name);
        return value == null ? null : clean(name, value);
    }

    private static String clean(String name, String value) {
        if (Texts.holdsNul(value)) {
            throw new UnreadableEventException("header " + name + " has U+0000, which no database keeps", null);
        }
        return value;
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
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
