package cn.chuyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void a_figure_over_its_goal_is_said_to_be_missed() {
        var reached = new Figure("start", 24.96, "s", 25, "the first");
        var missed = new Figure("load", 61, "s", 60, "-");
        assertThat(Bench.text(List.of(reached, missed))).isEqualTo("""
                        | figure | result | goal | | beside |
                        | --- | --- | --- | --- | --- |
                        | start | 25.0 s | <= 25 s | reached | the first |
                        | load | 61.0 s | <= 60 s | MISSED | - |
                        """);
    }

    @Test
    void a_figure_that_could_not_be_read_is_not_reached() {
        assertThat(new Figure("memory", Double.NaN, "MiB", 320, "-").reached()).isFalse();
    }
}
