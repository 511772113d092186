package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Some bytes of a record where they lie in what was fetched, instead of a copy.
 *
 * @param array not to be changed
 */
record Bytes(byte[] array, int from, int end) {

    static Bytes of(String text) {
        var bytes = text.getBytes(UTF_8);
        return new Bytes(bytes, 0, bytes.length);
    }

    int length() {
        return end - from;
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, from, end);
    }

    String text() {
        return new String(array, from, end - from, UTF_8);
    }
}
