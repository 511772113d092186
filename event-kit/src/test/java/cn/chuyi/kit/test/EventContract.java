package cn.chuyi.kit.test;

import static cn.chuyi.kit.test.Contract.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.UnreadableEventException;
import cn.chuyi.kit.test.Contract.Example;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One family of facts against the files that other teams read; each feature runs it with its own codec. */
public abstract class EventContract<E> {
    protected final Contract contract = Contract.own();
    private final EventCodec<E> codec;
    private final Set<String> types;
    private final Set<String> readWithout;

    protected EventContract(EventCodec<E> codec, Set<String> types) {
        this(codec, types, Set.of());
    }

    /** @param readWithout fields that a schema demands and the reader does not */
    protected EventContract(EventCodec<E> codec, Set<String> types, Set<String> readWithout) {
        this.codec = codec;
        this.types = types;
        this.readWithout = readWithout;
    }

    @Test
    void every_fact_has_a_schema_and_two_examples() {
        assertThat(types).isNotEmpty();
        for (String type : types) {
            assertThat(contract.schemaFile(type)).exists();
            assertThat(contract.examples(type)).as(type).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void every_example_is_read_and_written_back_unchanged() {
        for (String type : types) {
            for (Example example : contract.examples(type)) {
                E fact = codec.decode(type, example.json());
                assertThat(tree(codec.encode(fact))).as(example.toString()).isEqualTo(example.tree());
                assertThat(codec.type(fact)).isEqualTo(type);
            }
        }
    }

    @Test
    void every_example_validates_against_its_schema_and_a_schema_misses_what_is_required() {
        for (String type : types) {
            var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(contract.schema(type));
            for (Example example : contract.examples(type)) {
                assertThat(schema.validate(example.tree()))
                        .as(example.toString())
                        .isEmpty();
            }
            assertThat(schema.validate(tree("{}"))).as(type).isNotEmpty();
        }
    }

    @Test
    void a_payload_without_a_required_field_is_not_read() {
        for (String type : types) {
            for (JsonNode required : tree(contract.schema(type)).path("required")) {
                if (!readWithout.contains(required.asText())) {
                    var poorer = (ObjectNode) contract.examples(type).getFirst().tree();
                    poorer.remove(required.asText());
                    assertThatThrownBy(() -> codec.decode(type, poorer.toString()))
                            .as(type + " without " + required.asText())
                            .isInstanceOf(UnreadableEventException.class);
                }
            }
        }
    }
}
