package cn.chuyi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {
    private final List<String> closed = new ArrayList<>();
    private final Opened opened = new Opened();

    private AutoCloseable thing(String name) {
        return () -> closed.add(name);
    }

    @Test
    void what_was_opened_last_is_closed_first_and_everything_once() {
        opened.open(() -> thing("broker"));
        var within = opened.within();
        within.open(() -> thing("reader"));
        opened.open(() -> thing("database"));

        opened.close();
        within.close();
        opened.close();

        assertThat(closed).containsExactly("database", "reader", "broker");
    }

    @Test
    void one_that_does_not_close_keeps_no_other_from_closing() {
        opened.open(() -> thing("broker"));
        opened.open(() -> (AutoCloseable) () -> {
            throw new IOException("stuck");
        });

        assertThatThrownBy(opened::close).hasRootCauseMessage("stuck");

        assertThat(closed).containsExactly("broker");
    }

    @Test
    void nothing_is_opened_while_a_run_is_stopped() {
        opened.close();

        assertThatThrownBy(() -> opened.open(() -> thing("late"))).hasMessageContaining("being stopped");

        assertThat(closed).isEmpty();
    }
}
