package cn.chuyi.reporting.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Position;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact as bytes, without its stream; a page is some of them, one after the other. Numbers take seven bits a byte, the
 * lowest first. A text is its length and two more, and its UTF-8; 0 is no text, and behind a 1 are the sixteen bytes of a UUID.
 */
public final class FactBytes {
    private static final int LONGEST_NUMBER = 10;
    private static final int NUMBERS = 5;
    private static final int TEXTS = 5;
    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final int ABSENT = 0;
    private static final int AS_UUID = 1;
    private static final int UUID_LENGTH = 36;
    private static final long NO_HEX = -1;
    private static final byte[] DIGITS = digits();

    private FactBytes() {}

    private static byte[] digits() {
        var digits = new byte[1 << Byte.SIZE];
        Arrays.fill(digits, (byte) NO_HEX);
        for (int i = 0; i < 16; i++) {
            digits[Character.forDigit(i, 16)] = (byte) i;
        }
        return digits;
    }

    /**
     * Bytes that a fact needs at most.
     *
     * @param texts bytes of all its texts
     */
    public static int bound(int texts) {
        return (NUMBERS + TEXTS) * LONGEST_NUMBER + texts;
    }

    /** Bytes that {@link #put} needs at most. */
    public static int bound(Recorded fact, byte[] payload) {
        int chars = fact.id().length()
                + fact.type().length()
                + length(fact.actor())
                + fact.position().topic().length();
        return bound(MOST_BYTES_OF_A_CHAR * chars + payload.length);
    }

    /** @param payload JSON, as it came or just the fields that are used */
    public static void put(ByteBuffer to, Recorded fact, byte[] payload) {
        var position = fact.position();
        var recorded = fact.recorded();
        head(
                to,
                fact.version(),
                recorded.getEpochSecond(),
                recorded.getNano(),
                position.partition(),
                position.offset());
        text(to, fact.id());
        text(to, fact.type());
        text(to, fact.actor());
        text(to, position.topic());
        text(to, payload, 0, payload.length);
    }

    /** What {@link #put} begins with; id, type, actor, topic and payload follow, each a text. */
    public static void head(ByteBuffer to, long version, long seconds, int nanos, int partition, long offset) {
        number(to, version);
        number(to, seconds);
        number(to, nanos);
        number(to, partition);
        number(to, offset);
    }

    /** A text as UTF-8. */
    public static void text(ByteBuffer to, byte[] text, int from, int end) {
        if (end - from != UUID_LENGTH || !uuid(to, text, from)) {
            length(to, end - from);
            to.put(text, from, end - from);
        }
    }

    /** What a text begins with that is none of a UUID; so many bytes of UTF-8 follow. */
    public static void length(ByteBuffer to, int length) {
        number(to, length + 2L);
    }

    private static void text(ByteBuffer to, @Nullable String text) {
        if (text == null) {
            none(to);
        } else {
            var bytes = text.getBytes(UTF_8);
            text(to, bytes, 0, bytes.length);
        }
    }

    /** A text that is absent. */
    public static void none(ByteBuffer to) {
        number(to, ABSENT);
    }

    private static void number(ByteBuffer to, long number) {
        long left = number;
        while ((left & ~0x7fL) != 0) {
            to.put((byte) (left | 0x80));
            left >>>= 7;
        }
        to.put((byte) left);
    }

    private static long number(ByteBuffer from) {
        long number = 0;
        int shift = 0;
        byte next = from.get();
        for (; next < 0; next = from.get()) {
            number |= (next & 0x7fL) << shift;
            shift += 7;
        }
        return number | (long) next << shift;
    }

    /** Only what a UUID is written as by everybody, so that it can be written again. */
    private static boolean uuid(ByteBuffer to, byte[] text, int from) {
        if (text[from + 8] != '-' || text[from + 13] != '-' || text[from + 18] != '-' || text[from + 23] != '-') {
            return false;
        }
        long first = hex(text, from, 8);
        long second = hex(text, from + 9, 4);
        long third = hex(text, from + 14, 4);
        long fourth = hex(text, from + 19, 4);
        long fifth = hex(text, from + 24, 12);
        if ((first | second | third | fourth | fifth) == NO_HEX) {
            return false;
        }
        number(to, AS_UUID);
        to.putLong(first << 32 | second << 16 | third).putLong(fourth << 48 | fifth);
        return true;
    }

    /** @return {@link #NO_HEX} when one of the digits is none, or a capital */
    private static long hex(byte[] text, int from, int digits) {
        long number = 0;
        int flaw = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = DIGITS[text[i] & 0xff];
            flaw |= digit;
            number = number << 4 | digit;
        }
        return flaw < 0 ? NO_HEX : number;
    }

    /** Reads one fact, and leaves the buffer before the next. */
    static Recorded get(String stream, ByteBuffer from) {
        long version = number(from);
        var recorded = Instant.ofEpochSecond(number(from), number(from));
        int partition = (int) number(from);
        long offset = number(from);
        var id = required(from);
        var type = required(from);
        var actor = text(from);
        var position = new Position(required(from), partition, offset);
        return new Recorded(stream, version, id, type, recorded, actor, position, Codecs.decode(type, required(from)));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static String required(ByteBuffer from) {
        var text = text(from);
        if (text == null) {
            throw new IllegalStateException("a fact that we wrote lacks a text");
        }
        return text;
    }

    private static @Nullable String text(ByteBuffer from) {
        int length = (int) number(from);
        if (length == ABSENT) {
            return null;
        }
        if (length == AS_UUID) {
            return new UUID(from.getLong(), from.getLong()).toString();
        }
        var text = new String(from.array(), from.position(), length - 2, UTF_8);
        from.position(from.position() + length - 2);
        return text;
    }
}
