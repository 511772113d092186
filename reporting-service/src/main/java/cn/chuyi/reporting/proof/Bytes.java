package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in JSON, exactly: as text where they are UTF-8, else in base64.
 *
 * @param text absent when they are no UTF-8
 * @param base64 absent when there is a text
 */
public record Bytes(@Nullable String text, @Nullable String base64) {

    public static Bytes of(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return Arrays.equals(text.getBytes(UTF_8), bytes)
                ? new Bytes(text, null)
                : new Bytes(null, Base64.getEncoder().encodeToString(bytes));
    }

    /** @throws IllegalArgumentException when there is neither, or no base64 */
    byte[] bytes() {
        if (text != null) {
            return text.getBytes(UTF_8);
        }
        if (base64 != null) {
            return Base64.getDecoder().decode(base64);
        }
        throw new IllegalArgumentException("neither text nor base64");
    }

    String utf8() {
        return new String(bytes(), UTF_8);
    }
}
