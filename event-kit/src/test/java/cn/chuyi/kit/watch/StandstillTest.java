package cn.chuyi.kit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void work_that_moves_is_not_stuck_however_much_is_left() {
        var standstill = Standstill.NONE;
        for (int second = 0; second < 600; second++) {
            standstill = standstill.seen(second, true, NOON.plusSeconds(second));
            assertThat(standstill.lasting(NOON.plusSeconds(second))).isZero();
        }
    }

    @Test
    void work_that_does_not_move_is_stuck_since_it_was_first_seen_there() {
        var standstill = Standstill.NONE
                .seen(7, true, NOON)
                .seen(7, true, NOON.plusSeconds(10))
                .seen(7, true, NOON.plusSeconds(20));
        assertThat(standstill.lasting(NOON.plusSeconds(25))).isEqualTo(Duration.ofSeconds(25));
        assertThat(standstill.seen(8, true, NOON.plusSeconds(30)).lasting(NOON.plusSeconds(31)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void who_has_nothing_to_do_is_not_stuck_and_begins_anew() {
        var idle = Standstill.NONE.seen(7, true, NOON).seen(7, false, NOON.plusSeconds(10));
        assertThat(idle.lasting(NOON.plusSeconds(3600))).isZero();
        assertThat(idle.seen(7, true, NOON.plusSeconds(3600)).lasting(NOON.plusSeconds(3601)))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
