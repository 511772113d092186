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

    /** By their lengths first: the names of headers are new texts in each record. */
    private static int place(String name) {
        return switch (name.length()) {
            case 5 -> name.equals("ce_id") ? 4 : NONE;
            case 7 -> name.equals("ce_type") ? 2 : name.equals("ce_time") ? 5 : NONE;
            case 8 -> name.equals("ce_actor") ? 3 : NONE;
            case 9 -> name.equals("ce_source") ? 1 : NONE;
            case 10 -> name.equals("ce_subject") ? 6 : NONE;
            case 11 -> name.equals("ce_sequence") ? 7 : NONE;
            case 14 -> name.equals("ce_specversion") ? 0 : name.equals("ce_causationid") ? 9 : NONE;
            case 16 -> name.equals("ce_correlationid") ? 8 : NONE;
            default -> NONE;
        };
    }
}
