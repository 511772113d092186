package cn.chuyi.reporting.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packing} wrote, in the same order. */
public final class Unpacking {
    private final byte[] bytes;
    private int at;

    private Unpacking(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads all of a value.
     *
     * @throws IllegalStateException if it is not as it was written
     */
    public static <T> T all(byte[] bytes, Function<Unpacking, T> reader) {
        var from = new Unpacking(bytes);
        T read;
        try {
            read = reader.apply(from);
        } catch (IndexOutOfBoundsException | ArithmeticException | NumberFormatException | NullPointerException e) {
            throw new IllegalStateException("a row that we wrote cannot be read", e);
        }
        if (from.at != bytes.length) {
            throw new IllegalStateException("a row that we wrote has more than it should");
        }
        return read;
    }

    public long number() {
        long read = 0;
        byte next;
        int shift = 0;
        do {
            next = bytes[at++];
            read |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return read >>> 1 ^ -(read & 1);
    }

    public int count() {
        return Math.toIntExact(number());
    }

    public boolean flag() {
        return number() != 0;
    }

    public @Nullable String text() {
        return text(null);
    }

    public String required() {
        return Objects.requireNonNull(text());
    }

    public String required(@Nullable String before) {
        return Objects.requireNonNull(text(before));
    }

    public @Nullable String text(@Nullable String before) {
        int length = count();
        if (length == Packing.ABSENT) {
            return null;
        }
        if (length == Packing.SAME) {
            return Objects.requireNonNull(before);
        }
        int begin = at;
        at = Math.addExact(begin, length - Packing.FIRST_LENGTH);
        return new String(bytes, begin, length - Packing.FIRST_LENGTH, UTF_8);
    }

    public @Nullable BigDecimal decimal() {
        int kind = count();
        return switch (kind) {
            case Packing.ABSENT -> null;
            case Packing.AS_TEXT -> new BigDecimal(required());
            default -> BigDecimal.valueOf(number(), kind - Packing.FIRST_SCALE);
        };
    }

    public BigDecimal requiredDecimal() {
        return Objects.requireNonNull(decimal());
    }
}
