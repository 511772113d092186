package cn.chuyi.reporting.rebuild.log;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.event.JsonEventCodec;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The live reader's codec, made for millions of facts: a payload that is exactly as it should be is read straight off
 * the parser. For any other the live codec decides, so that both mean the same.
 */
public final class QuickCodec<F> implements EventCodec<F> {
    private static final BitSet DOUBTFUL = doubtful();

    private final JsonEventCodec<F> live;
    private final Map<String, Quick<F>> quick = new HashMap<>();

    private record Quick<F>(Class<? extends F> type, Shape shape) {}

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
        if (quickly == null || !isPlain(json)) {
            return null;
        }
        try (JsonParser parser = Json.mapper().getFactory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            var fact = quickly.shape().read(parser);
            return fact == null || parser.nextToken() != null
                    ? null
                    : quickly.type().cast(fact);
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Whether it is UTF-8 beyond doubt, by looking at each byte for itself. Bytes that may begin something which two
     * decoders understand differently (overlong forms, surrogates, beyond the basic plane) are in doubt.
     */
    private static boolean isPlain(byte[] json) {
        if (json.length < 2 || json[0] != '{' || json[1] <= 0) {
            return false;
        }
        for (byte each : json) {
            if (each < 0 && DOUBTFUL.get(each & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static BitSet doubtful() {
        var bytes = new BitSet(256);
        bytes.set(0xc0, 0xc2);
        bytes.set(0xe0);
        bytes.set(0xed);
        bytes.set(0xf0, 0x100);
        return bytes;
    }
}
