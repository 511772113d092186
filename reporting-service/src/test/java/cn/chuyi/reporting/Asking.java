package cn.chuyi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.test.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks endpoints by their template, as somebody. Of a stream without end it reads nothing but the status. */
final class Asking {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<Asker, String> tokens = new HashMap<>();
    private final String programme;
    private final String unit;

    Asking(String programme, String unit) {
        this.programme = programme;
        this.unit = unit;
    }

    /** @param role empty for one who is not signed in */
    record Asker(String role, @Nullable String division) {
        static final Asker NOBODY = new Asker("", null);

        boolean anonymous() {
            return role.isEmpty();
        }
    }

    record Answer(int status, String body) {}

    Answer get(String path, Asker asker) {
        return send("GET " + path, asker);
    }

    /** @param endpoint verb and path; runs and records that do not exist stand in for those that a call would change */
    Answer send(String endpoint, Asker asker) {
        var verb = endpoint.substring(0, endpoint.indexOf(' '));
        var path = endpoint.substring(verb.length() + 1)
                .replace("{year}", "2025")
                .replace("{edition}", "1")
                .replace("{unit}", unit)
                .replace("{level}", "COUNTY")
                .replace("{code}", programme)
                .replaceAll("\\{\\w+}", "0");
        var query = (path.contains("?") ? "&" : "?") + "programme=" + programme
                + "&year=2025&dryRun=true&from=2026-06-01T00:00:00Z";
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path + query))
                .timeout(Duration.ofSeconds(30));
        if (!asker.anonymous()) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(asker, Asking::token));
        }
        return answer(verb.equals("GET") ? request : body(request, verb));
    }

    private static HttpRequest.Builder body(HttpRequest.Builder request, String verb) {
        return verb.equals("DELETE")
                ? request.DELETE()
                : request.header("Content-Type", "application/json").method(verb, BodyPublishers.ofString("{}"));
    }

    private static Answer answer(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var endless =
                        response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                return new Answer(response.statusCode(), endless ? "" : new String(body.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(Asker asker) {
        return Tokens.of("somebody", asker.division(), asker.role());
    }
}
