package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Rounding and reading of decimals: half up, never binary. */
public final class Decimals {

    private static final int SCALE = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private Decimals() {}

    /** @throws InvalidInputException if the text is not a plain decimal number */
    public static BigDecimal parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidInputException("not a number: " + text);
        }
        return new BigDecimal(text);
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
