package cn.chuyi.kit.test;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the running service offers, by its own OpenAPI document. */
public final class Endpoints {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Endpoints() {}

    /** Verb and path template of each, as in {@code GET /api/v1/things/{id}}. */
    public static SortedSet<String> running() {
        var endpoints = new TreeSet<String>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                endpoints.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return endpoints;
    }

    private static JsonNode document() {
        try {
            return JSON.readTree(given().get("/q/openapi?format=json").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
