package cn.chuyi.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_number_comes_out_as_it_went_in(long number) {
        assertThat(Unpacking.all(new Packing().number(number).bytes(), Unpacking::number))
                .isEqualTo(number);
    }

    @Test
    void small_numbers_take_one_byte() {
        assertThat(new Packing().number(63).number(-64).bytes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.000000",
                "-1.50",
                "999999999999999999",
                "0.999999999999999999",
                "9999999999999999999999999999.99",
                "1E+3",
                "1E-200"
            })
    void a_decimal_keeps_its_scale(String decimal) {
        var packed = new Packing().decimal(new BigDecimal(decimal)).bytes();
        assertThat(Unpacking.all(packed, Unpacking::decimal)).isEqualTo(new BigDecimal(decimal));
    }

    @Test
    void what_is_absent_stays_absent_and_is_not_an_empty_text() {
        var packed = new Packing().text(null).decimal(null).text("").bytes();
        assertThat(Unpacking.<String>all(
                        packed, from -> from.text() + " " + from.decimal() + " '" + from.required() + "'"))
                .isEqualTo("null null ''");
    }

    @Test
    void a_text_of_any_length_and_script_comes_out_and_the_same_again_takes_one_byte() {
        for (var text : List.of("K-A1", "示例产教融合项目", "𠀀".repeat(1000))) {
            int once = new Packing().text(text).bytes().length;
            var twice = new Packing().text(text).text(text, text).bytes();
            assertThat(twice).hasSize(once + 1);
            assertThat(Unpacking.<List<String>>all(twice, from -> {
                        var first = from.required();
                        return List.of(first, from.required(first));
                    }))
                    .containsExactly(text, text);
        }
    }

    @Test
    void what_is_too_short_or_too_long_is_not_read() {
        var packed = new Packing().text("K-A1").number(7).bytes();
        for (int length = 0; length < packed.length; length++) {
            var part = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> Unpacking.<String>all(part, from -> from.required() + from.number()))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> Unpacking.all(packed, Unpacking::required)).isInstanceOf(IllegalStateException.class);
    }
}
