package cn.chuyi.reporting.rebuild.log;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.JsonEventCodec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The live reader's codec, made for millions of facts: a payload that is exactly as it should be is read straight off
 * its bytes. For any other the live codec decides, so that both mean the same.
 */
public final class QuickCodec<F> implements EventCodec<F> {
    private final JsonEventCodec<F> live;
    private final Map<String, Quick<F>> quick = new HashMap<>();

    /** Reads facts of one type. */
    record Quick<F>(Class<? extends F> type, Shape shape) {

        /**
         * Reads one payload.
         *
         * @param scan to read it with; it may have read others
         * @param used is told what the fact has of the payload; absent when nobody asks
         * @return absent when the live codec has to look at it
         */
        @Nullable
        F read(Bytes json, Scan scan, @Nullable Used used) {
            if (json.length() == 0 || json.array()[json.from()] != '{') {
                return null;
            }
            scan.begin(json);
            var fact = shape.read(scan, used);
            return fact == null || scan.next() != Scan.END ? null : type.cast(fact);
        }
    }

    public QuickCodec(JsonEventCodec<F> live) {
        this.live = live;
        live.types().forEach((type, fact) -> {
            var shape = Shape.of(fact);
            if (shape != null) {
                quick.put(type, new Quick<>(fact, shape));
            }
        });
    }

    @Override
    public String type(F event) {
        return live.type(event);
    }

    @Override
    public String encode(F event) {
        return live.encode(event);
    }

    @Override
    public boolean knows(String type) {
        return live.knows(type);
    }

    @Override
    public F decode(String type, String json) {
        return decode(type, json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public F decode(String type, byte[] json) {
        var fact = read(type, json);
        return fact == null ? live.decode(type, json) : fact;
    }

    /** @return absent when the live codec has to look at it */
    @Nullable
    F read(String type, byte[] json) {
        var quickly = quick.get(type);
        return quickly == null ? null : quickly.read(new Bytes(json, 0, json.length), new Scan(), null);
    }

    /** @return absent when only the live codec can read facts of the type, or it does not know it */
    @Nullable
    Quick<F> quickly(String type) {
        return quick.get(type);
    }
}
