package cn.chuyi.reporting.rebuild.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, as one number with the first of them lowest. */
final class Eight {
    static final int BYTES = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = 0x8080_8080_8080_8080L;

    private Eight() {}

    /** @param at of the first; all eight are in the array */
    static long at(byte[] array, int at) {
        return (long) LONGS.get(array, at);
    }

    /** Whether these bytes of an array are just those of a text. */
    static boolean isAt(byte[] array, int from, int end, byte[] text) {
        int length = text.length;
        if (end - from != length) {
            return false;
        }
        int at = 0;
        for (; at + BYTES <= length; at += BYTES) {
            if (at(array, from + at) != at(text, at)) {
                return false;
            }
        }
        for (; at < length; at++) {
            if (array[from + at] != text[at]) {
                return false;
            }
        }
        return true;
    }

    /** Whether all are visible signs of ASCII, from {@code !} to {@code ~}. */
    static boolean areVisible(long eight) {
        long low = eight + (0x80 - '!') * EACH;
        long high = eight + (0x80 - 0x7f) * EACH;
        return ((eight | high | ~low) & HIGHEST) == 0;
    }

    /**
     * How many, from the first on, stand for themselves in a JSON string: ASCII, no control, no quote and no backslash.
     */
    static int plainInJson(long eight) {
        long control = ~(eight + (0x80 - ' ') * EACH);
        long stop = (eight | control | zero(eight ^ '"' * EACH) | zero(eight ^ '\\' * EACH)) & HIGHEST;
        return Long.numberOfTrailingZeros(stop) >>> 3;
    }

    /** The highest bit of each byte that is 0; above the first of them perhaps of others too. */
    private static long zero(long eight) {
        return eight - EACH & ~eight;
    }
}
