package cn.chuyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void a_figure_over_the_most_that_is_promised_is_said_to_be_missed() {
        var reached = Figure.atMost("start", 24.96, "s", 25, "the first");
        var missed = Figure.atMost("load", 61, "s", 60, "-");

        assertThat(Bench.text(List.of(reached, missed))).isEqualTo("""
                        | figure | result | goal | | beside |
                        | --- | --- | --- | --- | --- |
                        | start | 25.0 s | <= 25.0 s | reached | the first |
                        | load | 61.0 s | <= 60.0 s | MISSED | - |
                        """);
    }

    @Test
    void a_ratio_under_the_least_that_is_promised_is_said_to_be_missed() {
        var reached = Figure.atLeast("a loop", 0.35, "", 0.35, "-");
        var missed = Figure.atLeast("one by one", 99.9, "", 100, "-");

        assertThat(List.of(reached.row(), missed.row()))
                .containsExactly(
                        "| a loop | 0.35 | >= 0.35 | reached | - |", "| one by one | 99.9 | >= 100.0 | MISSED | - |");
    }

    @Test
    void a_figure_that_could_not_be_read_is_not_reached() {
        assertThat(Figure.atMost("memory", Double.NaN, "MiB", 320, "-").reached())
                .isFalse();
        assertThat(Figure.atLeast("ratio", Double.NaN, "", 2, "-").reached()).isFalse();
    }
}
