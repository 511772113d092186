package cn.chuyi.reporting.rebuild.log;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Plain decimals and dates from their digits: a long and its scale, not a text that is parsed once more. */
final class Numbers {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 12;

    private Numbers() {}

    /** @return absent when it is not a plain decimal that fits a long */
    static @Nullable BigDecimal decimal(byte[] text, int from, int end) {
        int at = from;
        boolean negative = at < end && text[at] == '-';
        if (negative) {
            at++;
        }
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        for (; at < end; at++) {
            byte each = text[at];
            if (each >= '0' && each <= '9') {
                unscaled = unscaled * 10 + each - '0';
                digits++;
            } else if (each == '.' && point < 0 && digits > 0) {
                point = digits;
            } else {
                return null;
            }
        }
        int scale = point < 0 ? 0 : digits - point;
        boolean plain = digits > 0 && digits <= MOST_DIGITS && scale <= MOST_DECIMALS && (point < 0 || scale > 0);
        return plain ? BigDecimal.valueOf(negative ? -unscaled : unscaled, scale) : null;
    }

    /** @return absent when it is not {@code yyyy-mm-dd} */
    static @Nullable LocalDate date(byte[] text, int from, int end) {
        if (end - from != 10 || text[from + 4] != '-' || text[from + 7] != '-') {
            return null;
        }
        int year = digits(text, from, from + 4);
        int month = digits(text, from + 5, from + 7);
        int day = digits(text, from + 8, end);
        if (year < 0 || month < 0 || day < 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @return -1 when one of them is no digit */
    static int digits(byte[] text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            byte each = text[i];
            if (each < '0' || each > '9') {
                return -1;
            }
            number = number * 10 + each - '0';
        }
        return number;
    }
}
