package cn.chuyi.reporting.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values one after the other, each in as few bytes as it takes; {@link Unpacking} reads them in the same order. Whoever
 * changes what is written here, or by whom it is used, changes the format's number in {@code live.sql}, so that all rows are
 * made anew.
 */
public final class Packing {
    static final int ABSENT = 0;
    static final int AS_TEXT = 1;
    static final int FIRST_SCALE = 2;
    static final int SAME = 1;
    static final int FIRST_LENGTH = 2;

    private static final int LARGEST_SCALE = 100;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final int MOST_BYTES_OF_A_NUMBER = 10;

    private byte[] bytes = new byte[512];
    private int size;

    /** Small ones, of either sign, take the fewest bytes. */
    public Packing number(long value) {
        room(MOST_BYTES_OF_A_NUMBER);
        long rest = value << 1 ^ value >> Long.SIZE - 1;
        while (rest >>> 7 != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    public Packing flag(boolean value) {
        return number(value ? 1 : 0);
    }

    public Packing text(@Nullable String value) {
        return text(value, null);
    }

    /** @param before takes one byte when the value is the same; the reader must know it too */
    public Packing text(@Nullable String value, @Nullable String before) {
        if (value == null) {
            return number(ABSENT);
        }
        if (value.equals(before)) {
            return number(SAME);
        }
        var text = value.getBytes(UTF_8);
        number(FIRST_LENGTH + text.length);
        room(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        return this;
    }

    /** With its scale. */
    public Packing decimal(@Nullable BigDecimal value) {
        if (value == null) {
            return number(ABSENT);
        }
        boolean small = value.precision() <= DIGITS_OF_A_LONG && value.scale() >= 0 && value.scale() <= LARGEST_SCALE;
        return small
                ? number(FIRST_SCALE + value.scale()).number(unscaled(value))
                : number(AS_TEXT).text(value.toString());
    }

    /** One after the other. */
    public Packing decimals(@Nullable BigDecimal... values) {
        for (var value : values) {
            decimal(value);
        }
        return this;
    }

    /** Without a number of arbitrary size on the way. */
    private static long unscaled(BigDecimal value) {
        return value.scaleByPowerOfTen(value.scale()).longValue();
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
        }
    }
}
