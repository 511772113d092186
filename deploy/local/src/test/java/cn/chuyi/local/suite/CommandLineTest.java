package cn.chuyi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.local.Compiler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void up_alone_starts_everything_with_the_demo_year_and_forgets_nothing() {
        assertThat(CommandLine.parse(List.of("up"))).isEqualTo(new CommandLine.Up(false, true, true, false));
    }

    @Test
    void options_come_in_any_order() {
        assertThat(CommandLine.parse(List.of("up", "--infra", "--no-demo", "--fresh")))
                .isEqualTo(new CommandLine.Up(true, false, false, false));
    }

    @Test
    void a_suite_is_compiled_to_be_quick_soon_unless_it_is_to_run_for_long() {
        assertThat(CommandLine.parse(List.of("up")).compiler()).isEqualTo(Compiler.QUICK);
        assertThat(CommandLine.parse(List.of("train")).compiler()).isEqualTo(Compiler.QUICK);
        assertThat(CommandLine.parse(List.of("up", "--long-run")).compiler()).isEqualTo(Compiler.OPTIMISING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "upp", "up --fresch", "down --fresh", "status x"})
    void what_is_not_understood_is_answered_with_the_usage(String line) {
        assertThatThrownBy(() -> CommandLine.parse(line.isEmpty() ? List.of() : List.of(line.split(" "))))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(CommandLine.USAGE);
    }
}
