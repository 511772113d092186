package cn.chuyi.reporting.rebuild.log;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Texts of a parser, each mostly once in memory: codes, grades and dates are the same few over millions of facts. Losing
 * a text, or a race of two threads for a place, costs one more copy and nothing else.
 */
final class Texts {
    private static final char NUL = 0;
    private static final int LONGEST = 32;
    private static final int PLACES = 1 << 14;
    private static final @Nullable String[] KEPT = new @Nullable String[PLACES];

    private Texts() {}

    /** @return absent when it has U+0000, which no database keeps */
    static @Nullable String of(JsonParser json) throws IOException {
        int length = json.getTextLength();
        if (length > LONGEST) {
            var text = json.getText();
            return text.indexOf(NUL) < 0 ? text : null;
        }
        return of(json.getTextCharacters(), json.getTextOffset(), length);
    }

    private static @Nullable String of(char[] text, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + text[i];
        }
        int place = (hash ^ hash >>> 14) & PLACES - 1;
        var kept = KEPT[place];
        if (kept != null && same(kept, text, from, length)) {
            return kept;
        }
        var made = new String(text, from, length);
        if (made.indexOf(NUL) >= 0) {
            return null;
        }
        KEPT[place] = made;
        return made;
    }

    private static boolean same(String kept, char[] text, int from, int length) {
        if (kept.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (kept.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
