package cn.chuyi.reporting.rebuild.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever asks gets most of the machine, and a rebuild nobody waits beside loses no time. */
class PaceTest {
    private static final int REST = 8;

    private final List<Long> rests = new ArrayList<>();
    private long now = 1_000_000_000L;
    private boolean asked = true;
    private final Pace pace = new Pace(() -> asked, REST, () -> now, this::rest);

    private void rest(long nanos) {
        rests.add(nanos);
        now += nanos;
    }

    private void work(long nanos) {
        now += nanos;
        pace.keep();
    }

    @Test
    void a_slice_of_work_is_followed_by_a_multiple_of_rest_while_others_ask() {
        work(0);
        work(Pace.SLICE);
        work(2 * Pace.SLICE);
        assertThat(rests).containsExactly(REST * Pace.SLICE, 2 * REST * Pace.SLICE);
    }

    @Test
    void small_pieces_of_work_make_one_slice() {
        work(0);
        for (int i = 0; i < 10; i++) {
            work(Pace.SLICE / 4);
        }
        assertThat(rests).containsExactly(REST * Pace.SLICE, REST * Pace.SLICE);
    }

    @Test
    void what_took_long_is_over_and_does_not_take_longer_by_much() {
        work(0);
        work(100 * Pace.SLICE);
        assertThat(rests).containsExactly(Pace.LONGEST_REST);
    }

    @Test
    void nobody_asks_and_nothing_rests() {
        asked = false;
        work(0);
        work(100 * Pace.SLICE);
        asked = true;
        work(Pace.SLICE - 1);
        assertThat(rests).isEmpty();
    }

    @Test
    void full_pace_never_rests() {
        var full = new Pace(() -> true, 0, () -> now, this::rest);
        full.keep();
        now += 100 * Pace.SLICE;
        full.keep();
        assertThat(rests).isEmpty();
    }
}
