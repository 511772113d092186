package cn.chuyi.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One family of facts against the files that other teams read; each feature runs it with its own codec. */
public abstract class EventContract<E> {
    private static final Path CONTRACT = Path.of("contract");

    private final EventCodec<E> codec;
    private final Set<String> types;

    protected EventContract(EventCodec<E> codec, Set<String> types) {
        this.codec = codec;
        this.types = types;
    }

    @Test
    void every_fact_has_a_schema_and_two_examples() throws IOException {
        for (String type : types) {
            assertThat(schemaFile(type)).exists();
            assertThat(examples(type)).as(type).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void every_example_is_read_and_written_back_unchanged() throws IOException {
        for (String type : types) {
            for (Path example : examples(type)) {
                String json = Files.readString(example);
                E fact = codec.decode(type, json);
                assertThat(tree(codec.encode(fact))).as(example.toString()).isEqualTo(tree(json));
                assertThat(codec.type(fact)).isEqualTo(type);
            }
        }
    }

    @Test
    void every_example_validates_against_its_schema_and_a_schema_misses_what_is_required() throws IOException {
        for (String type : types) {
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(schemaFile(type)));
            for (Path example : examples(type)) {
                assertThat(schema.validate(tree(Files.readString(example))))
                        .as(example.toString())
                        .isEmpty();
            }
            assertThat(schema.validate(tree("{}"))).as(type).isNotEmpty();
        }
    }

    /** Whatever a schema demands, its reader misses when it is not there. */
    @Test
    void a_payload_without_a_required_field_is_not_read() throws IOException {
        for (String type : types) {
            JsonNode schema = tree(Files.readString(schemaFile(type)));
            String json = Files.readString(examples(type).getFirst());
            for (JsonNode required : schema.path("required")) {
                var poorer = (com.fasterxml.jackson.databind.node.ObjectNode) tree(json);
                poorer.remove(required.asText());
                if (!required.asText().equals("edition")) {
                    org.assertj.core.api.Assertions.assertThatThrownBy(() -> codec.decode(type, poorer.toString()))
                            .as(type + " without " + required.asText())
                            .isInstanceOf(cn.chuyi.kit.event.UnreadableEventException.class);
                }
            }
        }
    }

    private static Path schemaFile(String type) {
        return CONTRACT.resolve("schemas").resolve(type + ".schema.json");
    }

    private static List<Path> examples(String type) throws IOException {
        try (var files = Files.list(CONTRACT.resolve("examples").resolve(type))) {
            return files.sorted().toList();
        }
    }

    private static JsonNode tree(String json) throws IOException {
        return Json.mapper().readTree(json);
    }
}
