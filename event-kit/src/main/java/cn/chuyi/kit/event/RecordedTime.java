package cn.chuyi.kit.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** An instant from its text: by hand as the relay writes it, {@code 2026-01-05T00:00:00.123456Z}, else by the JDK. */
final class RecordedTime {
    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final String SHAPE = "0000-00-00T00:00:00";

    private RecordedTime() {}

    /** @throws java.time.DateTimeException when it is no RFC 3339 time */
    static Instant parse(String text) {
        return isPlain(text) ? plain(text) : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isPlain(String text) {
        int last = text.length() - 1;
        if (last < SECONDS_END || last > SECONDS_END + 1 + NANO_DIGITS || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char expected = i < SECONDS_END ? SHAPE.charAt(i) : i == SECONDS_END ? '.' : '0';
            boolean fits = expected == '0' ? isDigit(text.charAt(i)) : text.charAt(i) == expected;
            if (!fits) {
                return false;
            }
        }
        return last != SECONDS_END + 1
                && number(text, 11, 13) < 24
                && number(text, 14, 16) < 60
                && number(text, 17, 19) < 60;
    }

    private static Instant plain(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int seconds = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        int digits = Math.max(0, text.length() - 2 - SECONDS_END);
        int nanos = number(text, SECONDS_END + 1, SECONDS_END + 1 + digits);
        for (int i = digits; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(day * 86_400 + seconds, nanos);
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
