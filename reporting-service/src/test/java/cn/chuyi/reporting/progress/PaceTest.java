package cn.chuyi.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A task that lags must not look as if it kept pace. */
class PaceTest {
    private static final LocalDate FROM = LocalDate.of(2022, 4, 1);
    private static final LocalDate TO = LocalDate.of(2025, 12, 31);

    @Test
    void expected_is_months_over_months() {
        assertThat(Pace.expected(FROM, TO, LocalDate.of(2022, 3, 1))).isEqualByComparingTo("0");
        assertThat(Pace.expected(FROM, TO, LocalDate.of(2023, 6, 30))).isEqualByComparingTo("33.333333");
        assertThat(Pace.expected(FROM, TO, TO)).isEqualByComparingTo("100");
        assertThat(Pace.expected(FROM, TO, LocalDate.of(2027, 1, 1))).isEqualByComparingTo("100");
    }

    @Test
    void pace_compares_what_is_built_with_what_time_expects() {
        var half = new BigDecimal("50");
        assertThat(Pace.of(null, half, 3)).isEqualTo(Pace.NO_TARGET);
        assertThat(Pace.of(new BigDecimal("100"), half, 3)).isEqualTo(Pace.DONE);
        assertThat(Pace.of(new BigDecimal("50"), half, 3)).isEqualTo(Pace.ON_SCHEDULE);
        assertThat(Pace.of(new BigDecimal("40"), half, 3)).isEqualTo(Pace.SLOW);
        assertThat(Pace.of(new BigDecimal("39.999999"), half, 3)).isEqualTo(Pace.BEHIND);
        assertThat(Pace.of(BigDecimal.ZERO, half, 0)).isEqualTo(Pace.NOT_STARTED);
        assertThat(Pace.of(BigDecimal.ZERO, half, 1)).isEqualTo(Pace.BEHIND);
    }
}
