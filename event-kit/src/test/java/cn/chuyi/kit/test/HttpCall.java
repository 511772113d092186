package cn.chuyi.kit.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A request to the running service, for tests that send hundreds: with RestAssured the asking takes more than the
 * answering. Where a test sends a few, RestAssured reads better.
 */
public final class HttpCall {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "----boundary-of-a-test";

    private final HttpRequest.Builder request;

    private HttpCall(HttpRequest.Builder request) {
        this.request = request;
    }

    /** @param path with its query, encoded */
    public static HttpCall to(String path) {
        return new HttpCall(HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .timeout(PATIENCE));
    }

    public HttpCall token(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public HttpCall header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Answer get() {
        return send("GET");
    }

    /** Without a body. */
    public Answer send(String verb) {
        return send(verb, BodyPublishers.noBody());
    }

    public Answer sendJson(String verb, String json) {
        return header("Content-Type", "application/json").send(verb, BodyPublishers.ofString(json));
    }

    /** Posts a form with one file of one byte. */
    public Answer upload(String field, String file, String type) {
        var form =
                "--%1$s\r\nContent-Disposition: form-data; name=\"%2$s\"; filename=\"%3$s\"\r\nContent-Type: %4$s\r\n\r\nx\r\n--%1$s--\r\n"
                        .formatted(BOUNDARY, field, file, type);
        return header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send("POST", BodyPublishers.ofString(form));
    }

    /** Of a stream without end nothing but the head is read. */
    private Answer send(String verb, BodyPublisher content) {
        try {
            var response = HTTP.send(request.method(verb, content).build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var type = response.headers().firstValue("Content-Type").orElse("");
                var text = type.startsWith("text/event-stream") ? "" : new String(body.readAllBytes(), UTF_8);
                return new Answer(response.statusCode(), response.headers(), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the service answered. */
    public record Answer(int status, HttpHeaders headers, String body) {

        /** @return empty when there is none */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The code of a problem; {@code -} when the body has none. */
        public String code() {
            return body.isEmpty() ? "-" : json().path("code").asText("-");
        }

        public JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("no JSON: " + body, e);
            }
        }
    }
}
