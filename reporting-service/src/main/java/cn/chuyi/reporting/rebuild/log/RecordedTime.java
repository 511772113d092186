package cn.chuyi.reporting.rebuild.log;

/** An instant from the bytes of its text, as relays write it: {@code 2026-01-05T00:00:00.123456Z}, with up to nine decimals or none. */
final class RecordedTime {
    private static final int DAY = 10;
    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_OF_A_DAY = 86_400;

    private long seconds;
    private int nanos;

    /** Whether it is written so. */
    boolean read(byte[] text, int from, int end) {
        int last = end - 1;
        int decimals = last - from - SECONDS_END - 1;
        if (last < from + SECONDS_END || decimals == 0 || decimals > NANO_DIGITS || text[last] != 'Z') {
            return false;
        }
        var date = Numbers.date(text, from, from + DAY);
        if (date == null || text[from + DAY] != 'T' || text[from + 13] != ':' || text[from + 16] != ':') {
            return false;
        }
        int hour = below(24, text, from + 11);
        int minute = below(60, text, from + 14);
        int second = below(60, text, from + 17);
        if ((hour | minute | second) < 0) {
            return false;
        }
        seconds = date.toEpochDay() * SECONDS_OF_A_DAY + (hour * 60L + minute) * 60 + second;
        return decimals(text, from + SECONDS_END, last);
    }

    /** Two digits; negative when they are none, or too many. */
    private static int below(int limit, byte[] text, int from) {
        int number = Numbers.digits(text, from, from + 2);
        return number < limit ? number : -1;
    }

    private boolean decimals(byte[] text, int point, int end) {
        nanos = 0;
        if (point == end) {
            return true;
        }
        int fraction = text[point] == '.' ? Numbers.digits(text, point + 1, end) : -1;
        for (int i = end - point - 1; i < NANO_DIGITS; i++) {
            fraction *= 10;
        }
        nanos = fraction;
        return fraction >= 0;
    }

    /** Since 1970. */
    long seconds() {
        return seconds;
    }

    /** Of the second. */
    int nanos() {
        return nanos;
    }
}
