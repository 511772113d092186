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
    void one_who_has_left_hears_nothing() {
        var waiting = watch.expect(Map.of("a", 1L));
        waiting.close();

        watch.folded(Map.of("a", 1L));

        assertThat(waiting.await(Duration.ZERO)).isFalse();
    }
}
