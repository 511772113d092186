package cn.chuyi.kit.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The {@code ce_} headers of one record, found in one pass. Of a header that comes twice the last counts. */
final class Context implements Attributes {
    private static final int NAMES = 10;
    private static final int NONE = -1;

    private final byte[] @Nullable [] values = new byte[NAMES][];

    Context(Headers headers) {
        for (var header : headers) {
            int place = place(header.key());
            if (place != NONE) {
                values[place] = header.value();
            }
        }
    }

    /** A source, type or actor is kept once for all records, an id is new each time. */
    @Override
    public @Nullable String get(String name) {
        int place = place(name);
        var value = place == NONE ? null : values[place];
        if (value == null) {
            return null;
        }
        return place < 4 ? Repeated.text(value) : new String(value, StandardCharsets.UTF_8);
    }

    private static int place(String name) {
        return switch (name) {
            case "ce_specversion" -> 0;
            case "ce_source" -> 1;
            case "ce_type" -> 2;
            case "ce_actor" -> 3;
            case "ce_id" -> 4;
            case "ce_time" -> 5;
            case "ce_subject" -> 6;
            case "ce_sequence" -> 7;
            case "ce_correlationid" -> 8;
            case "ce_causationid" -> 9;
            default -> NONE;
        };
    }
}
