package cn.chuyi.kit.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldWatchTest {
    private final FoldWatch watch = new FoldWatch();

    @Test
    void one_who_waits_hears_when_the_last_of_his_streams_is_there() {
        try (var waiting = watch.expect(Map.of("a", 3L, "b", 1L))) {
            watch.folded(Map.of("a", 4L));
            assertThat(waiting.await(Duration.ZERO)).isFalse();

            watch.folded(Map.of("b", 1L));
            assertThat(waiting.await(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void an_earlier_version_or_another_stream_is_not_what_is_waited_for() {
        try (var waiting = watch.expect(Map.of("a", 3L))) {
            watch.folded(Map.of("a", 2L, "b", 9L));

            assertThat(waiting.await(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void what_comes_next_in_streams_that_were_folded_here_lately_is_near() {
        assertThat(watch.isNear(Map.of("a", 3L))).as("nothing was folded").isFalse();

        watch.folded(Map.of("a", 2L, "b", 9L));

        assertThat(watch.isNear(Map.of("a", 3L))).isTrue();
        assertThat(watch.isNear(Map.of("a", 3L, "b", 10L))).isTrue();
        assertThat(watch.isNear(Map.of("a", 2L))).as("it was folded already").isFalse();
        assertThat(watch.isNear(Map.of("a", 3L, "c", 1L)))
                .as("c was never folded here")
                .isFalse();
    }

    @Test
    void what_was_folded_here_is_known_to_be() {
        watch.folded(Map.of("a", 2L, "b", 9L));

        assertThat(watch.isFolded(Map.of("a", 2L, "b", 1L))).isTrue();
        assertThat(watch.isFolded(Map.of("a", 3L))).as("that is still to come").isFalse();
        assertThat(watch.isFolded(Map.of("a", 2L, "c", 1L)))
                .as("c was never folded here")
                .isFalse();
    }

    @Test
    void streams_that_were_not_folded_for_long_are_forgotten() {
        watch.folded(Map.of("a", 1L));
        watch.folded(Map.of("b", 1L));
        for (int i = 0; i < 10_000; i++) {
            watch.folded(Map.of("a", 2L + i, "other-" + i, 1L));
        }

        assertThat(watch.isNear(Map.of("a", 20_000L))).isTrue();
        assertThat(watch.isNear(Map.of("b", 2L))).isFalse();
    }

    @Test
    void one_who_has_left_hears_nothing() {
        var waiting = watch.expect(Map.of("a", 1L));
        waiting.close();

        watch.folded(Map.of("a", 1L));

        assertThat(waiting.await(Duration.ZERO)).isFalse();
    }
}
