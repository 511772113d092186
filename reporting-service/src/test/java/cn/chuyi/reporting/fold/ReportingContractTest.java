package cn.chuyi.reporting.fold;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.event.JsonEventCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that other teams read, against what the service writes. */
class ReportingContractTest {
    private static final Path CONTRACT = Path.of("contract");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonEventCodec<ReportingFact> CODEC = (JsonEventCodec<ReportingFact>) ReportingFact.CODEC;

    static Stream<String> types() throws IOException {
        return names(CONTRACT.resolve("schemas"), ".schema.json").stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_type_has_two_examples_that_its_schema_accepts(String type) throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve("schemas").resolve(type + ".schema.json")));
        var examples = examples(type);
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        for (var example : examples) {
            assertThat(schema.validate(tree(example))).as(example.toString()).isEmpty();
        }
        assertThat(schema.validate(Json.mapper().readTree("{}"))).isNotEmpty();
    }

    @Test
    void every_fact_is_promised_and_every_example_ever_given_is_written_back_unchanged() throws IOException {
        assertThat(types()).containsAll(CODEC.types().keySet());
        for (var type : CODEC.types().keySet()) {
            for (var example : examples(type)) {
                var fact = CODEC.decode(type, Files.readString(example));
                assertThat(Json.mapper().readTree(CODEC.encode(fact)))
                        .as(example.toString())
                        .isEqualTo(tree(example));
            }
        }
    }

    @Test
    void asyncapi_names_the_topic_of_the_settings_and_of_the_suite() throws IOException {
        var asyncapi = YAML.readTree(CONTRACT.resolve("asyncapi.yaml").toFile());
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        var topic = asyncapi.at("/channels/reporting/address").asText();
        assertThat(topic).isEqualTo(settings.getProperty("mp.messaging.outgoing.events.topic"));
        var suite = YAML.readTree(Path.of("../deploy/kafka/topics.yaml").toFile());
        assertThat(suite.path("topics"))
                .extracting(JsonNode::asText)
                .contains(
                        topic,
                        settings.getProperty("mp.messaging.incoming.registry.topic"),
                        settings.getProperty("mp.messaging.incoming.assessment.topic"));
        assertThat(asyncapi.at("/channels/reporting/bindings/kafka/partitions").asInt())
                .isEqualTo(suite.path("partitions").asInt());
    }

    @Test
    void asyncapi_has_a_message_for_every_schema() throws IOException {
        var asyncapi = YAML.readTree(CONTRACT.resolve("asyncapi.yaml").toFile());
        var named = new ArrayList<String>();
        asyncapi.at("/components/messages")
                .forEach(message -> named.add(message.path("name").asText()));
        assertThat(named).containsExactlyInAnyOrderElementsOf(types().toList());
    }

    private static List<Path> examples(String type) throws IOException {
        try (var files = Files.list(CONTRACT.resolve("examples").resolve(type))) {
            return files.sorted().toList();
        }
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(ending, ""))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode tree(Path file) throws IOException {
        return Json.mapper().readTree(Files.readString(file));
    }
}
