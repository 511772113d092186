package cn.chuyi.reporting.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final String SIGNS = "+-..0123456789e ٣\n";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_text_is_a_number_or_none_as_the_pattern_says(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder();
            for (int left = random.nextInt(6); left > 0; left--) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            requireSame(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 29, 30, 31, 60})
    void not_more_digits_than_can_be_meant(int digits) {
        var some = "7".repeat(digits);
        requireSame(some);
        requireSame("-" + some);
        requireSame(some + ".5");
        requireSame("5." + some);
    }

    private static void requireSame(String text) {
        if (NUMBER.matcher(text).matches()) {
            assertThat(Decimals.parse(text)).as(text).isEqualTo(new BigDecimal(text));
        } else {
            assertThatThrownBy(() -> Decimals.parse(text)).as(text).isInstanceOf(InvalidInputException.class);
        }
    }
}
