package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding and reading of decimals: half up, never binary. */
public final class Decimals {

    private static final int SCALE = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DIGITS = 30;

    private Decimals() {}

    /** @throws InvalidInputException if the text is not a plain decimal number */
    public static BigDecimal parse(String text) {
        if (!isNumber(text)) {
            throw new InvalidInputException("不是数：" + text, "not a number: " + text);
        }
        return new BigDecimal(text);
    }

    /** Perhaps a sign, digits, perhaps a point and digits behind it; not more than can be meant. */
    private static boolean isNumber(String text) {
        int from = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        int point = digits(text, from);
        if (point == text.length()) {
            return areSome(point - from);
        }
        int end = digits(text, point + 1);
        return areSome(point - from) && text.charAt(point) == '.' && areSome(end - point - 1) && end == text.length();
    }

    private static boolean areSome(int digits) {
        return digits > 0 && digits <= MOST_DIGITS;
    }

    /** Where the digits from a place on end. */
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** {@code round(100 * a / b, 6)}. */
    public static BigDecimal percent(BigDecimal a, BigDecimal b) {
        return divide(a.multiply(HUNDRED), b);
    }

    static BigDecimal six(BigDecimal number) {
        return number.setScale(SCALE, RoundingMode.HALF_UP);
    }

    static BigDecimal two(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }

    static BigDecimal divide(BigDecimal a, BigDecimal b) {
        return a.divide(b, SCALE, RoundingMode.HALF_UP);
    }
}
