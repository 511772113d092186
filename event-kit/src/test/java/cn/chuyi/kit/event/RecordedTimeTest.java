package cn.chuyi.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTimeTest {

    static Stream<String> instants() {
        var random = new Random(7);
        return random.longs(200, -60_000_000_000L, 250_000_000_000L)
                .mapToObj(second -> Instant.ofEpochSecond(second, random.nextInt(1_000_000_000))
                        .toString());
    }

    @ParameterizedTest
    @MethodSource("instants")
    void an_instant_is_what_the_jdk_reads(String text) {
        assertThat(RecordedTime.parse(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T00:00:00Z",
                "2024-02-29T23:59:59.5Z",
                "2026-01-05T08:00:00.000000001+08:00",
                "2026-01-05T08:00Z"
            })
    void other_precisions_and_offsets_are_read(String text) {
        assertThat(RecordedTime.parse(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-05",
                "2026-01-05 00:00:00Z",
                "2025-02-29T00:00:00Z",
                "2026-01-05T24:00:00Z",
                "2026-01-05T00:60:00Z",
                "2026-01-05T00:00:60Z",
                "2026-01-05T00:00:00.1234567890Z",
                "2026-13-05T00:00:00Z",
                "٢٠26-01-05T00:00:00Z"
            })
    void what_the_jdk_refuses_is_refused(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> RecordedTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
