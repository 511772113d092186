package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents context of one record, read off the bytes of its headers. Whatever is not as relays write it is left to
 * the kit, which says what it means. One is used for all records of a thread.
 */
final class Heading {
    private static final int MOST_DIGITS = 18;
    private static final int ABSENT = -1;

    private static final int SPECVERSION = 0;
    private static final int ID = 1;
    private static final int SOURCE = 2;
    private static final int TYPE = 3;
    private static final int TIME = 4;
    private static final int SUBJECT = 5;
    private static final int SEQUENCE = 6;
    private static final int ACTOR = 7;

    /** In the order in which relays write them. */
    private static final byte[][] NAMES = {
        ascii("ce_specversion"),
        ascii("ce_id"),
        ascii("ce_source"),
        ascii("ce_type"),
        ascii("ce_time"),
        ascii("ce_subject"),
        ascii("ce_sequence"),
        ascii("ce_actor")
    };

    private static final byte[] ONE = ascii("1.0");

    private final int[] from = new int[NAMES.length];
    private final int[] end = new int[NAMES.length];
    private final RecordedTime time = new RecordedTime();
    private byte[] array = {};
    private long version;

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /** Whether the record is one of those that it is made for; only then the other methods tell something. */
    boolean read(Entry entry) {
        var key = entry.key();
        return key != null
                && headers(entry.headers())
                && is(SPECVERSION, ONE)
                && isText(ID)
                && isText(SOURCE)
                && isText(TYPE)
                && isText(SUBJECT)
                && Arrays.equals(array, from[SUBJECT], end[SUBJECT], key.array(), key.from(), key.end())
                && (from[ACTOR] == ABSENT || isText(ACTOR))
                && from[TIME] != ABSENT
                && time.read(array, from[TIME], end[TIME])
                && sequence();
    }

    /** Of a header that comes twice the last counts. */
    private boolean headers(Walk walk) {
        array = walk.array();
        Arrays.fill(from, ABSENT);
        int place = ABSENT;
        for (long left = walk.number(); left > 0; left--) {
            int name = walk.length();
            place = place(walk.at(), name, place + 1);
            walk.pass(name);
            int value = walk.length();
            if (value == Walk.ABSENT) {
                return false;
            }
            if (place != ABSENT) {
                from[place] = walk.at();
                end[place] = walk.at() + value;
            }
            walk.pass(value);
        }
        return true;
    }

    private int place(int at, int length, int likely) {
        for (int i = 0; i < NAMES.length; i++) {
            int place = likely + i < NAMES.length ? likely + i : likely + i - NAMES.length;
            if (Eight.isAt(array, at, at + length, NAMES[place])) {
                return place;
            }
        }
        return ABSENT;
    }

    private boolean is(int place, byte[] text) {
        return from[place] != ABSENT && Eight.isAt(array, from[place], end[place], text);
    }

    /** Whether it is there, and nothing but visible signs of ASCII. */
    private boolean isText(int place) {
        if (from[place] == ABSENT || from[place] == end[place]) {
            return false;
        }
        int next = from[place];
        for (; next + Eight.BYTES <= end[place]; next += Eight.BYTES) {
            if (!Eight.areVisible(Eight.at(array, next))) {
                return false;
            }
        }
        for (; next < end[place]; next++) {
            if (array[next] <= ' ' || array[next] == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private boolean sequence() {
        int digits = end[SEQUENCE] - from[SEQUENCE];
        if (from[SEQUENCE] == ABSENT || digits == 0 || digits > MOST_DIGITS || array[from[SEQUENCE]] == '0') {
            return false;
        }
        version = 0;
        for (int i = from[SEQUENCE]; i < end[SEQUENCE]; i++) {
            if (array[i] < '0' || array[i] > '9') {
                return false;
            }
            version = 10 * version + array[i] - '0';
        }
        return true;
    }

    long version() {
        return version;
    }

    long seconds() {
        return time.seconds();
    }

    int nanos() {
        return time.nanos();
    }

    Instant time() {
        return Instant.ofEpochSecond(time.seconds(), time.nanos());
    }

    Bytes id() {
        return bytes(ID);
    }

    Bytes type() {
        return bytes(TYPE);
    }

    @Nullable
    Bytes actor() {
        return from[ACTOR] == ABSENT ? null : bytes(ACTOR);
    }

    private Bytes bytes(int place) {
        return new Bytes(array, from[place], end[place]);
    }
}
