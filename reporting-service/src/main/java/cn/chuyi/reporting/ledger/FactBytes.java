package cn.chuyi.reporting.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Position;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One fact as bytes, without its stream; a page is some of them, one after the other. */
public final class FactBytes {
    private static final int NUMBERS = 3 * Long.BYTES + 2 * Integer.BYTES;
    private static final int TEXTS = 5;
    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final int ABSENT = -1;

    private FactBytes() {}

    /** Bytes that {@link #put} needs at most. */
    public static int bound(Recorded fact, byte[] payload) {
        int chars = fact.id().length()
                + fact.type().length()
                + length(fact.actor())
                + fact.position().topic().length();
        return NUMBERS + TEXTS * Integer.BYTES + MOST_BYTES_OF_A_CHAR * chars + payload.length;
    }

    /** @param payload JSON, as it came or just the fields that are used */
    public static void put(ByteBuffer to, Recorded fact, byte[] payload) {
        var position = fact.position();
        to.putLong(fact.version())
                .putLong(fact.recorded().getEpochSecond())
                .putInt(fact.recorded().getNano())
                .putInt(position.partition())
                .putLong(position.offset());
        text(to, fact.id());
        text(to, fact.type());
        text(to, fact.actor());
        text(to, position.topic());
        bytes(to, payload);
    }

    /** Reads one fact, and leaves the buffer before the next. */
    static Recorded get(String stream, ByteBuffer from) {
        long version = from.getLong();
        var recorded = Instant.ofEpochSecond(from.getLong(), from.getInt());
        int partition = from.getInt();
        long offset = from.getLong();
        var id = required(from);
        var type = required(from);
        var actor = text(from);
        var position = new Position(required(from), partition, offset);
        return new Recorded(stream, version, id, type, recorded, actor, position, Codecs.decode(type, required(from)));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static void text(ByteBuffer to, @Nullable String text) {
        if (text == null) {
            to.putInt(ABSENT);
        } else {
            bytes(to, text.getBytes(UTF_8));
        }
    }

    private static void bytes(ByteBuffer to, byte[] bytes) {
        to.putInt(bytes.length).put(bytes);
    }

    private static String required(ByteBuffer from) {
        var text = text(from);
        if (text == null) {
            throw new IllegalStateException("a fact that we wrote lacks a text");
        }
        return text;
    }

    private static @Nullable String text(ByteBuffer from) {
        int length = from.getInt();
        if (length == ABSENT) {
            return null;
        }
        var text = new String(from.array(), from.position(), length, UTF_8);
        from.position(from.position() + length);
        return text;
    }
}
