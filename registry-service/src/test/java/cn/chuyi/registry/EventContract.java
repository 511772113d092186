package cn.chuyi.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.event.JsonEventCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One family of facts against the files that other teams read; each feature runs it with its own codec. */
public abstract class EventContract<E> {
    private static final Path CONTRACT = Path.of("contract");

    private final Class<E> root;
    private final JsonEventCodec<E> codec;

    protected EventContract(Class<E> root, JsonEventCodec<E> codec) {
        this.root = root;
        this.codec = codec;
    }

    @Test
    void every_fact_has_a_wire_name_a_schema_and_two_examples() throws IOException {
        assertThat(new ArrayList<Class<?>>(codec.types().values())).containsExactlyInAnyOrderElementsOf(facts());
        for (String type : codec.types().keySet()) {
            assertThat(schemaFile(type)).exists();
            assertThat(examples(type)).as(type).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void every_example_is_read_and_written_back_unchanged() throws IOException {
        for (String type : codec.types().keySet()) {
            for (Path example : examples(type)) {
                String json = Files.readString(example);
                E fact = codec.decode(type, json);
                assertThat(tree(codec.encode(fact))).as(example.toString()).isEqualTo(tree(json));
                assertThat(codec.type(fact)).isEqualTo(type);
            }
        }
    }

    @Test
    void every_example_validates_against_its_schema_and_the_schema_misses_what_is_required() throws IOException {
        for (String type : codec.types().keySet()) {
            JsonSchema schema = schema(type);
            for (Path example : examples(type)) {
                assertThat(schema.validate(tree(Files.readString(example))))
                        .as(example.toString())
                        .isEmpty();
            }
            assertThat(schema.validate(tree("{}"))).as(type).isNotEmpty();
        }
    }

    @Test
    void a_schema_has_exactly_the_fields_of_its_record_and_demands_those_that_are_never_absent() throws IOException {
        for (Map.Entry<String, Class<? extends E>> entry : codec.types().entrySet()) {
            JsonNode schema = tree(Files.readString(schemaFile(entry.getKey())));
            var components = Arrays.asList(entry.getValue().getRecordComponents());
            var demanded = components.stream()
                    .filter(EventContract::isAlwaysThere)
                    .map(RecordComponent::getName)
                    .toList();
            assertThat(schema.path("properties").fieldNames())
                    .toIterable()
                    .as(entry.getKey())
                    .containsExactlyInAnyOrderElementsOf(
                            components.stream().map(RecordComponent::getName).toList());
            assertThat(schema.path("required"))
                    .extracting(JsonNode::asText)
                    .as(entry.getKey())
                    .containsExactlyInAnyOrderElementsOf(demanded);
        }
    }

    private static boolean isAlwaysThere(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private List<Class<?>> facts() {
        return List.of(root.getPermittedSubclasses());
    }

    private static JsonSchema schema(String type) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(schemaFile(type)));
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
