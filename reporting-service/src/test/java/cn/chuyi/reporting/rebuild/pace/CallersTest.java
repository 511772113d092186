package cn.chuyi.reporting.rebuild.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A rebuild gives way to who asks now or will presently ask again, and to nobody who has left. */
class CallersTest {
    private long now = -5_000_000_000L;
    private final Callers callers = new Callers(() -> now);

    @Test
    void at_first_nobody_asks() {
        assertThat(callers.ask()).isFalse();
    }

    @Test
    void who_has_come_asks_until_he_goes_however_long_it_takes() {
        callers.come();
        now += 60 * Callers.MOMENT;
        assertThat(callers.ask()).isTrue();
    }

    @Test
    void who_has_gone_is_believed_to_come_again_for_a_moment() {
        callers.come();
        callers.go();
        now += Callers.MOMENT - 1;
        assertThat(callers.ask()).isTrue();
        now += 1;
        assertThat(callers.ask()).isFalse();
    }

    @Test
    void one_who_goes_leaves_the_others_asking() {
        callers.come();
        callers.come();
        callers.go();
        now += 2 * Callers.MOMENT;
        assertThat(callers.ask()).isTrue();
    }
}
