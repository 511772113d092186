package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts of many payloads, each mostly once in memory: codes, grades and dates are the same few over millions of facts.
 * Losing a text, or a race of two threads for a place, costs one more copy and nothing else.
 */
final class Texts {
    private static final int LONGEST = 32;
    private static final int PLACES = 1 << 14;
    private static final @Nullable Kept[] KEPT = new @Nullable Kept[PLACES];

    private record Kept(byte[] bytes, String text) {}

    private Texts() {}

    /** @param json from one place to another UTF-8 */
    static String of(byte[] json, int from, int end) {
        if (end - from > LONGEST) {
            return new String(json, from, end - from, UTF_8);
        }
        int place = ByBytes.hash(json, from, end) & PLACES - 1;
        var kept = KEPT[place];
        if (kept == null || !Eight.isAt(json, from, end, kept.bytes)) {
            kept = new Kept(Arrays.copyOfRange(json, from, end), new String(json, from, end - from, UTF_8));
            KEPT[place] = kept;
        }
        return kept.text;
    }
}
