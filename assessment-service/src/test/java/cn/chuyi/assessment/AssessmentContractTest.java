package cn.chuyi.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@code asyncapi.yaml} promises, against the schemas beside it, the configuration and the topics of the suite. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentContractTest {
    private static final Path CONTRACT = Path.of("contract");
    private static final YAMLMapper YAML = new YAMLMapper();

    private JsonNode asyncapi = YAML.createObjectNode();

    @BeforeAll
    void read() throws IOException {
        asyncapi = YAML.readTree(CONTRACT.resolve("asyncapi.yaml").toFile());
    }

    @Test
    void the_topics_are_those_that_the_suite_creates() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        String topic = asyncapi.at("/channels/assessment/address").asText();
        JsonNode suite = YAML.readTree(Path.of("../deploy/kafka/topics.yaml").toFile());

        assertThat(settings.getProperty("mp.messaging.outgoing.events.topic")).isEqualTo(topic);
        assertThat(suite.path("topics"))
                .extracting(JsonNode::asText)
                .contains(
                        topic,
                        settings.getProperty("mp.messaging.incoming.registry.topic"),
                        settings.getProperty("mp.messaging.incoming.reporting.topic"));
        assertThat(suite.path("partitions").asInt())
                .isEqualTo(asyncapi.at("/channels/assessment/bindings/kafka/partitions")
                        .asInt());
    }

    @Test
    void every_schema_is_a_message_of_the_topic_and_every_message_has_a_schema() throws IOException {
        var promised = new ArrayList<String>();
        for (JsonNode reference : asyncapi.at("/channels/assessment/messages")) {
            JsonNode message = resolve(reference);
            String file = message.at("/payload/schema/$ref").asText();
            assertThat(CONTRACT.resolve(file)).exists();
            assertThat(file).endsWith("/" + message.path("name").asText() + ".schema.json");
            promised.add(message.path("name").asText());
        }
        assertThat(promised).containsExactlyInAnyOrderElementsOf(schemas());
    }

    @Test
    void every_message_names_its_key_and_the_cloudevents_headers() {
        for (JsonNode reference : asyncapi.at("/channels/assessment/messages")) {
            JsonNode trait = resolve(resolve(reference).path("traits").get(0));
            assertThat(trait.at("/bindings/kafka/key/description").asText())
                    .matches("(catalogue|cycle|case)-\\{programme}-\\{year}(-\\{(level|unit)})?");
            assertThat(resolve(trait.path("headers")).path("required"))
                    .extracting(JsonNode::asText)
                    .contains(
                            "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject", "ce_sequence");
        }
    }

    private JsonNode resolve(JsonNode reference) {
        JsonNode found = asyncapi.at(reference.path("$ref").asText().substring(1));
        assertThat(found.isMissingNode()).as(reference.toString()).isFalse();
        return found;
    }

    private static List<String> schemas() throws IOException {
        try (var files = Files.list(CONTRACT.resolve("schemas"))) {
            return files.map(file -> file.getFileName().toString().replace(".schema.json", ""))
                    .toList();
        }
    }
}
