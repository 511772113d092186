package cn.chuyi.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The committed OpenAPI document against the running service. When it differs on purpose, copy the one in target. */
public abstract class OpenApiContract {
    private static final Path COMMITTED = Path.of("contract/openapi.yaml");
    private static final Path RUNNING = Path.of("target/openapi.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void the_committed_document_is_what_the_service_offers() throws IOException {
        JsonNode running = running();
        Files.writeString(RUNNING, YAML.writeValueAsString(running));
        assertThat(COMMITTED).exists();
        assertThat(YAML.readTree(COMMITTED.toFile()))
                .as("when it differs on purpose, copy " + RUNNING + " over " + COMMITTED)
                .isEqualTo(running);
    }

    @Test
    void every_operation_has_a_summary_and_an_answer_with_a_shape() throws IOException {
        JsonNode running = running();
        assertThat(running.path("openapi").asText()).startsWith("3.1");
        var poor = new ArrayList<String>();
        running.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().path("summary").asText().isBlank() || !hasShape(operation.getValue())) {
                        poor.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(poor)
                .as("say in @Operation what it does, and in @APIResponse which type it answers")
                .isEmpty();
    }

    @Test
    void a_decimal_is_a_string_wherever_it_stands() throws IOException {
        assertThat(running().findValuesAsText("type")).isNotEmpty().doesNotContain("number");
    }

    /** A named schema, or content that is no JSON; what operators use may answer nothing. */
    private static boolean hasShape(JsonNode operation) {
        return operation.path("responses").findValues("$ref").stream()
                        .anyMatch(reference -> reference.asText().startsWith("#/components/schemas/"))
                || operation.path("responses").findValues("content").stream()
                        .anyMatch(content -> !content.has("application/json"))
                || operation.path("tags").toString().contains("operations");
    }

    private static JsonNode running() throws IOException {
        var document =
                (ObjectNode) YAML.readTree(given().get("/q/openapi?format=yaml").asString());
        document.remove("servers");
        return document;
    }
}
