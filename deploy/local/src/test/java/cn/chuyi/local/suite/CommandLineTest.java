package cn.chuyi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void up_alone_starts_everything_with_the_demo_year_and_forgets_nothing() {
        assertThat(CommandLine.parse(List.of("up"))).isEqualTo(new CommandLine.Up(false, true, true));
    }

    @Test
    void options_come_in_any_order() {
        assertThat(CommandLine.parse(List.of("up", "--infra", "--no-demo", "--fresh")))
                .isEqualTo(new CommandLine.Up(true, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "upp", "up --fresch", "down --fresh", "status x"})
    void what_is_not_understood_is_answered_with_the_usage(String line) {
        assertThatThrownBy(() -> CommandLine.parse(line.isEmpty() ? List.of() : List.of(line.split(" "))))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(CommandLine.USAGE);
    }
}
