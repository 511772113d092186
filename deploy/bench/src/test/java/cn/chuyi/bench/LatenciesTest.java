package cn.chuyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void a_percentile_is_the_shortest_that_so_many_did_not_exceed() {
        var hundred = Latencies.of(
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLI).toArray());

        assertThat(hundred.millis(50)).isEqualTo(50);
        assertThat(hundred.millis(99)).isEqualTo(99);
        assertThat(hundred.millis(99.5)).isEqualTo(100);
        assertThat(hundred.millis(100)).isEqualTo(100);
        assertThat(hundred.millis(0.1)).isEqualTo(1);
    }

    @Test
    void of_one_every_percentile_is_that_one() {
        var one = Latencies.of(new long[] {7 * MILLI});

        assertThat(one.millis(1)).isEqualTo(7);
        assertThat(one.millis(99)).isEqualTo(7);
    }

    @Test
    void rounds_count_together() {
        var both = Latencies.of(new long[] {3 * MILLI, MILLI}).and(Latencies.of(new long[] {2 * MILLI}));

        assertThat(both.nanos()).containsExactly(MILLI, 2 * MILLI, 3 * MILLI);
    }

    @Test
    void what_was_not_measured_is_no_number() {
        assertThat(Latencies.of(new long[0]).millis(50)).isNaN();
    }
}
