package cn.chuyi.kit.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that come again and again, each mostly once in memory. Losing one, or a race of two threads for a place, costs
 * one more copy and nothing else.
 */
final class Repeated {
    private static final int PLACES = 1 << 10;
    private static final @Nullable Kept[] KEPT = new @Nullable Kept[PLACES];

    private record Kept(byte[] bytes, String text) {}

    private Repeated() {}

    /** @param bytes UTF-8; not to be changed afterwards */
    static String text(byte[] bytes) {
        int hash = Arrays.hashCode(bytes);
        int place = (hash ^ hash >>> 10) & PLACES - 1;
        var kept = KEPT[place];
        if (kept == null || !Arrays.equals(kept.bytes(), bytes)) {
            kept = new Kept(bytes, new String(bytes, StandardCharsets.UTF_8));
            KEPT[place] = kept;
        }
        return kept.text();
    }
}
