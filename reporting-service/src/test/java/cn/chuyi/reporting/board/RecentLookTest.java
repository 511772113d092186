package cn.chuyi.reporting.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentLookTest {
    private static final Duration LONGEST = Duration.ofMillis(50);

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong(-1);
    private final RecentLook<Integer> look =
            new RecentLook<>(looks::incrementAndGet, changes::get, nanos::get, LONGEST);

    @Test
    void what_was_found_serves_until_it_is_too_long_ago() {
        assertThat(look.get()).isEqualTo(1);
        nanos.addAndGet(LONGEST.toNanos() - 1);
        assertThat(look.get()).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(look.get()).isEqualTo(2);
        assertThat(look.get()).isEqualTo(2);
    }

    @Test
    void whoever_comes_after_a_change_looks_again() {
        look.get();
        changes.incrementAndGet();
        assertThat(look.get()).isEqualTo(2);
        assertThat(look.get()).isEqualTo(2);
    }

    @Test
    void a_look_that_a_change_has_overtaken_serves_nobody_else() {
        var overtaken = new RecentLook<>(
                () -> {
                    changes.incrementAndGet();
                    return looks.incrementAndGet();
                },
                changes::get,
                nanos::get,
                LONGEST);
        assertThat(overtaken.get()).isEqualTo(1);
        assertThat(overtaken.get()).isEqualTo(2);
    }

    @Test
    void who_knows_of_something_newer_looks_anew_and_others_have_that() {
        look.get();
        assertThat(look.anew()).isEqualTo(2);
        assertThat(look.get()).isEqualTo(2);
    }

    @Test
    void one_who_may_be_behind_for_no_time_looks_each_time() {
        var strict = new RecentLook<>(looks::incrementAndGet, changes::get, nanos::get, Duration.ZERO);
        assertThat(strict.get()).isEqualTo(1);
        assertThat(strict.get()).isEqualTo(2);
    }

    @Test
    void nothing_is_found_as_well_as_something() {
        var nothing = new RecentLook<>(
                () -> {
                    looks.incrementAndGet();
                    return null;
                },
                changes::get,
                nanos::get,
                LONGEST);
        assertThat(nothing.get()).isNull();
        assertThat(nothing.get()).isNull();
        assertThat(looks).hasValue(1);
    }
}
