package cn.chuyi.reporting.rebuild.log;

import java.util.Arrays;

/**
 * A place in a JSON text, moved on from value to value over the bytes themselves. Each step answers whether it is sure:
 * what is written with an escape, is no plain UTF-8 (overlong forms, surrogates, beyond the basic plane), lies deeper or
 * is longer than facts are, or is no JSON, it leaves to others.
 */
final class Scan {
    static final int END = -1;

    private static final int DEEPEST = 16;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_NAMES = 64;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private byte[] json = {};
    private int limit;
    private int at;
    private int from;
    private int end;
    private long number;
    private int depth;
    private int names;
    private int[] passed = {};

    /** Begins with another text. */
    void begin(Bytes text) {
        json = text.array();
        at = text.from();
        limit = text.end();
        from = at;
        end = at;
        depth = 0;
        names = 0;
    }

    /** The first byte of what comes next, past any white space; {@link #END} when nothing does. */
    int next() {
        while (at < limit) {
            byte each = json[at];
            if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
                return each & 0xff;
            }
            at++;
        }
        return END;
    }

    /** Behind what was passed last. */
    int at() {
        return at;
    }

    /** Passes over a sign, if it is what comes next. */
    boolean take(char sign) {
        if (next() != sign) {
            return false;
        }
        at++;
        return true;
    }

    /** A text, which {@link #text} and the like then tell. */
    boolean string() {
        if (next() != '"') {
            return false;
        }
        from = ++at;
        passPlain();
        while (at < limit) {
            int each = json[at];
            if (each == '"') {
                end = at++;
                return true;
            }
            if (each >= ' ' && each != '\\') {
                at++;
            } else if (each >= 0 || !character()) {
                return false;
            }
        }
        return false;
    }

    /** Most texts are ASCII, and so is most of the others. */
    private void passPlain() {
        int plain = Eight.BYTES;
        while (plain == Eight.BYTES && at + Eight.BYTES <= limit) {
            plain = Eight.plainInJson(Eight.at(json, at));
            at += plain;
        }
    }

    /** One character of two or three bytes. */
    private boolean character() {
        int first = json[at] & 0xff;
        int more = first >= 0xc2 && first <= 0xdf ? 1 : first > 0xe0 && first <= 0xef && first != 0xed ? 2 : 0;
        if (more == 0 || at + more >= limit) {
            return false;
        }
        at++;
        for (int last = at + more; at < last; at++) {
            if ((json[at] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    /** A name and the colon behind it. */
    boolean name() {
        return string() && take(':');
    }

    /** Whether the last text is this one. */
    boolean is(byte[] text) {
        return Eight.isAt(json, from, end, text);
    }

    /** The last text. */
    String text() {
        return Texts.of(json, from, end);
    }

    /** Bytes of the last text or number. */
    byte[] bytes() {
        return json;
    }

    int from() {
        return from;
    }

    int end() {
        return end;
    }

    /** A whole number of few digits, which {@link #number} then tells. */
    boolean integer() {
        int first = next();
        from = at;
        if (first == '-') {
            at++;
        }
        int digits = at;
        number = 0;
        while (at < limit && isDigit(json[at])) {
            number = 10 * number + json[at++] - '0';
        }
        end = at;
        int count = at - digits;
        boolean plain = count == 1 && (json[digits] != '0' || first != '-') || count > 1 && json[digits] != '0';
        if (first == '-') {
            number = -number;
        }
        return plain && count <= MOST_DIGITS && !goesOn();
    }

    private boolean goesOn() {
        return at < limit && (json[at] == '.' || json[at] == 'e' || json[at] == 'E');
    }

    long number() {
        return number;
    }

    boolean isNull() {
        return word(NULL);
    }

    boolean isTrue() {
        return word(TRUE);
    }

    boolean isFalse() {
        return word(FALSE);
    }

    private boolean word(byte[] word) {
        if (next() != word[0] || at + word.length > limit) {
            return false;
        }
        boolean same = Arrays.equals(json, at, at + word.length, word, 0, word.length);
        at += same ? word.length : 0;
        return same;
    }

    /** Begins to remember names that are passed over; {@link #leave} forgets what has been remembered since. */
    int enter() {
        return names;
    }

    void leave(int entered) {
        names = entered;
    }

    /** Remembers the last text as a name of the object that was entered; not sure of one that it has already. */
    boolean once(int entered) {
        if (names == passed.length) {
            passed = Arrays.copyOf(passed, Math.min(MOST_NAMES, names + 16));
            if (names == passed.length) {
                return false;
            }
        }
        for (int i = entered; i < names; i += 2) {
            if (Arrays.equals(json, passed[i], passed[i + 1], json, from, end)) {
                return false;
            }
        }
        passed[names++] = from;
        passed[names++] = end;
        return true;
    }

    /** Passes over any value. */
    boolean skip() {
        return switch (next()) {
            case '"' -> string();
            case '{' -> nested(this::members);
            case '[' -> nested(this::items);
            case 't' -> isTrue();
            case 'f' -> isFalse();
            case 'n' -> isNull();
            default -> integer() || fraction();
        };
    }

    private boolean fraction() {
        if (end == from || json[end - 1] == '-' || at == limit || json[at] != '.') {
            return false;
        }
        int digits = ++at;
        while (at < limit && isDigit(json[at])) {
            at++;
        }
        return at > digits && at - digits <= MOST_DIGITS && end - from <= MOST_DIGITS && isWhole() && !goesOn();
    }

    /** Whether the digits before the point may stand there. */
    private boolean isWhole() {
        int first = json[from] == '-' ? from + 1 : from;
        return json[first] != '0' || end == first + 1;
    }

    private interface Inside {
        boolean passed();
    }

    private boolean nested(Inside inside) {
        if (++depth > DEEPEST) {
            return false;
        }
        at++;
        boolean sure = inside.passed();
        depth--;
        return sure;
    }

    private boolean members() {
        if (take('}')) {
            return true;
        }
        int entered = enter();
        do {
            if (!name() || !once(entered) || !skip()) {
                return false;
            }
        } while (take(','));
        leave(entered);
        return take('}');
    }

    private boolean items() {
        if (take(']')) {
            return true;
        }
        do {
            if (!skip()) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }
}
