package cn.chuyi.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedTest {
    private final List<String> read = new ArrayList<>();
    private final Parsed<Integer> parsed = new Parsed<>(2, text -> {
        read.add(text);
        return Integer.valueOf(text);
    });

    @Test
    void the_same_text_is_parsed_once() {
        assertThat(parsed.of("7")).isEqualTo(7);
        assertThat(parsed.of("7")).isEqualTo(7);
        assertThat(parsed.of("8")).isEqualTo(8);

        assertThat(read).containsExactly("7", "8");
    }

    @Test
    void what_was_not_asked_for_the_longest_is_forgotten() {
        parsed.of("7");
        parsed.of("8");
        parsed.of("7");
        parsed.of("9");

        parsed.of("7");
        parsed.of("8");

        assertThat(read).containsExactly("7", "8", "9", "8");
    }
}
