package cn.chuyi.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.test.LocalStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The committed OpenAPI document against the running service. When it differs on purpose, copy the one in target. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class OpenApiIT {
    private static final Path COMMITTED = Path.of("contract/openapi.yaml");
    private static final Path RUNNING = Path.of("target/openapi.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void the_committed_document_is_what_the_service_offers() throws IOException {
        JsonNode running = running();
        Files.writeString(RUNNING, YAML.writeValueAsString(running));
        assertThat(COMMITTED).exists();
        assertThat(YAML.readTree(COMMITTED.toFile())).isEqualTo(running);
    }

    @Test
    void every_operation_of_this_service_has_a_summary_and_an_answer_with_a_shape() throws IOException {
        JsonNode running = running();
        assertThat(running.path("openapi").asText()).startsWith("3.1");
        var poor = new ArrayList<String>();
        running.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean shaped = operation.getValue().path("responses").findValues("$ref").stream()
                            .anyMatch(reference -> reference.asText().startsWith("#/components/schemas/"));
                    shaped |= operation.getValue().path("tags").toString().contains("operations");
                    shaped |= operation.getValue().at("/responses/200/content").has("application/octet-stream");
                    if (operation.getValue().path("summary").asText().isBlank() || !shaped) {
                        poor.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(poor).isEmpty();
    }

    private static JsonNode running() throws IOException {
        var document =
                (ObjectNode) YAML.readTree(given().get("/q/openapi?format=yaml").asString());
        document.remove("servers");
        return document;
    }
}
