package cn.chuyi.reporting.measure;

import cn.chuyi.reporting.score.Standing.Collected;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** The mean condition score of schools, computed as exact fractions and rounded once. */
final class ConditionScore {
    private static final int CAP_OF_100 = 60;

    private ConditionScore() {}

    /** Points of one school as {@code numerator / denominator} of 100. */
    private record Fraction(long numerator, long denominator) {}

    static Collected mean(List<School> schools) {
        var common = BigInteger.ONE;
        var fractions = schools.stream().map(ConditionScore::of).toList();
        for (var fraction : fractions) {
            var denominator = BigInteger.valueOf(fraction.denominator());
            common = common.multiply(denominator).divide(common.gcd(denominator));
        }
        var sum = BigInteger.ZERO;
        for (var fraction : fractions) {
            var factor = common.divide(BigInteger.valueOf(fraction.denominator()));
            sum = sum.add(factor.multiply(BigInteger.valueOf(fraction.numerator())));
        }
        var whole = common.multiply(BigInteger.valueOf(schools.size()));
        return Measures.percent(new BigDecimal(sum), new BigDecimal(whole));
    }

    private static Fraction of(School school) {
        var sheet = school.sheet();
        if (sheet == null || sheet.applicable() == 0) {
            return new Fraction(0, 1);
        }
        boolean capped = sheet.farBelow() && sheet.met() * 100L > CAP_OF_100 * (long) sheet.applicable();
        return capped ? new Fraction(CAP_OF_100, 100) : new Fraction(sheet.met(), sheet.applicable());
    }
}
