package cn.chuyi.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEventCodecTest {
    sealed interface Fact {
        record Paid(
                BigDecimal amount,
                LocalDate effectiveOn,
                @Nullable String note,
                List<Part> parts) implements Fact {}

        record Closed() implements Fact {}
    }

    record Part(String name) {}

    private final JsonEventCodec<Fact> codec = JsonEventCodec.of(Fact.class, "t.")
            .add("paid.v1", Fact.Paid.class)
            .add("closed.v1", Fact.Closed.class)
            .build();

    @Test
    void decimals_are_plain_strings_and_absent_fields_are_left_out() {
        var paid = new Fact.Paid(new BigDecimal("1E+3"), LocalDate.of(2025, 1, 2), null, List.of(new Part("a")));
        assertThat(codec.encode(paid))
                .isEqualTo("{\"amount\":\"1000\",\"effectiveOn\":\"2025-01-02\",\"parts\":[{\"name\":\"a\"}]}");
    }

    @Test
    void what_the_reader_does_not_declare_is_ignored() {
        var json = "{\"amount\":\"0.10\",\"effectiveOn\":\"2025-01-02\",\"parts\":[],\"later\":{\"x\":1}}";
        assertThat(codec.decode("t.paid.v1", json))
                .isEqualTo(new Fact.Paid(new BigDecimal("0.10"), LocalDate.of(2025, 1, 2), null, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"amount\":\"1\"}",
                "{\"amount\":\"much\",\"effectiveOn\":\"2025-01-02\",\"parts\":[]}",
                "{\"amount\":\"1e9\",\"effectiveOn\":\"2025-01-02\",\"parts\":[]}",
                "{\"amount\":\"1\",\"effectiveOn\":\"2025-02-30\",\"parts\":[]}",
                "{\"amount\":\"1\",\"effectiveOn\":\"2025-01-02\",\"parts\":[{}]}",
                "{\"amount\":\"1\",\"effectiveOn\":\"2025-01-02\",\"parts\":[null]}",
                "{\"amount\":\"1\",\"amount\":\"2\",\"effectiveOn\":\"2025-01-02\",\"parts\":[]}",
                "{\"amount\":\"1\",\"effectiveOn\":\"2025-01-02\",\"parts\":[]} tail"
            })
    void what_lacks_a_field_or_has_a_wrong_shape_is_unreadable(String json) {
        assertThatThrownBy(() -> codec.decode("t.paid.v1", json)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void a_text_that_no_database_keeps_is_unreadable_where_it_is_used_and_nowhere_else() {
        var used = "{\"amount\":\"1\",\"effectiveOn\":\"2025-01-02\",\"parts\":[{\"name\":\"a\\u0000\"}]}";
        assertThatThrownBy(() -> codec.decode("t.paid.v1", used))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("U+0000");
        assertThat(codec.decode("t.paid.v1", used.replace("name\":\"a", "name\":\"b\",\"other\":\"")))
                .isEqualTo(codec.decode("t.paid.v1", used.replace("a\\u0000", "b")));
        assertThat(codec.decode("t.paid.v1", used.replace("\\u", "\\\\u"))).isInstanceOf(Fact.Paid.class);
    }

    @Test
    void the_missing_field_is_named_by_its_pointer() {
        assertThatThrownBy(() ->
                        codec.decode("t.paid.v1", "{\"amount\":\"1\",\"effectiveOn\":\"2025-01-02\",\"parts\":[{}]}"))
                .hasMessageContaining("/parts/0/name");
    }

    @Test
    void a_fact_without_a_wire_name_is_found_when_the_codec_is_built() {
        var builder = JsonEventCodec.of(Fact.class, "t.").add("paid.v1", Fact.Paid.class);
        assertThatThrownBy(builder::build).hasMessageContaining("Closed");
    }
}
