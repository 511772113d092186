package cn.chuyi.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.local.Layout;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What {@code asyncapi.yaml} promises, against the schemas beside it, the configuration and the topics of the suite. */
public abstract class AsyncApiContract {
    /** Key of a record that an operator gave up, in services that read. */
    protected static final String PARKED = "parked-\\{topic}-\\{partition}-\\{offset}";

    /** Key of the signed roots over the journal. */
    protected static final String ANCHORED = "journal-\\w+";

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Contract contract = Contract.own();
    private final JsonNode asyncapi;
    private final JsonNode channel;
    private final String keys;

    /**
     * For the service that writes this channel.
     *
     * @param keys pattern of the key's description
     */
    protected AsyncApiContract(String channel, String keys) throws IOException {
        this.asyncapi = YAML.readTree(contract.folder().resolve("asyncapi.yaml").toFile());
        this.channel = asyncapi.path("channels").path(channel);
        this.keys = keys;
    }

    @Test
    void the_topics_that_the_service_writes_and_reads_are_those_that_the_suite_creates() throws IOException {
        JsonNode suite = YAML.readTree(Layout.here().topics().toFile());
        var settings = settings();
        assertThat(settings.getProperty("mp.messaging.outgoing.events.topic"))
                .isEqualTo(channel.path("address").asText());
        assertThat(suite.path("topics"))
                .extracting(JsonNode::asText)
                .containsAll(settings.stringPropertyNames().stream()
                        .filter(name -> name.matches("mp\\.messaging\\.\\w+\\.\\w+\\.topic"))
                        .map(settings::getProperty)
                        .toList());
        assertThat(channel.at("/bindings/kafka/partitions").asInt())
                .isEqualTo(suite.path("partitions").asInt());
    }

    @Test
    void every_schema_is_a_message_of_the_topic_and_every_message_has_a_schema() {
        assertThat(messages())
                .extracting(message -> message.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(contract.types());
        assertThat(messages())
                .allSatisfy(message -> assertThat(contract.folder()
                                .resolve(message.at("/payload/schema/$ref").asText())
                                .normalize())
                        .isEqualTo(contract.schemaFile(message.path("name").asText())));
    }

    @Test
    void every_message_names_its_key_and_the_cloudevents_headers() {
        assertThat(messages()).allSatisfy(message -> {
            JsonNode trait = resolve(message.path("traits").get(0));
            assertThat(trait.at("/bindings/kafka/key/description").asText()).matches(keys);
            assertThat(resolve(trait.path("headers")).path("required"))
                    .extracting(JsonNode::asText)
                    .contains(
                            "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject", "ce_sequence");
        });
    }

    private List<JsonNode> messages() {
        return channel.path("messages").valueStream().map(this::resolve).toList();
    }

    private JsonNode resolve(JsonNode reference) {
        JsonNode found = asyncapi.at(reference.path("$ref").asText().substring(1));
        assertThat(found.isMissingNode()).as(reference.toString()).isFalse();
        return found;
    }

    private static Properties settings() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return settings;
    }
}
