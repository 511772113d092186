package cn.chuyi.local.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** The reporting service's API as somebody sees it, with a real token. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Settings settings;
    private final String token;

    private Api(Settings settings, String user) {
        this.settings = settings;
        this.token = fetchToken(user);
    }

    /** Logs in as the provincial office. */
    static Api of(Settings settings) {
        return of(settings, "office");
    }

    /** @param user of the demo year */
    static Api of(Settings settings, String user) {
        return new Api(settings, user);
    }

    private String fetchToken(String user) {
        var login = "grant_type=password&client_id=chuyi-cli&password=demo&username=" + user;
        var request = HttpRequest.newBuilder(URI.create(settings.keycloak().tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(login))
                .build();
        return json(send(request)).get("access_token").asText();
    }

    JsonNode score(String unit) {
        return json(get("/api/v1/scores/2025/" + unit));
    }

    JsonNode parked() {
        return json(get("/api/v1/parked")).get("items");
    }

    HttpResponse<String> canonical(String level) {
        return get("/api/v1/scoreboards/2025/" + level + "/canonical");
    }

    /** @return the id */
    String startRebuild() {
        var post = request("/api/v1/rebuilds").POST(HttpRequest.BodyPublishers.noBody());
        return json(send(post.build()), 202).get("id").asText();
    }

    JsonNode rebuild(String id) {
        return json(get("/api/v1/rebuilds/" + id));
    }

    static boolean isOver(JsonNode rebuild) {
        return !rebuild.get("state").asText().equals("RUNNING");
    }

    /** A signed package into a file. */
    Path result(String path, Path file) {
        var response = send(request("/api/v1/results/2025/" + path).build(), HttpResponse.BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode());
        }
        return file;
    }

    /** Whether reporting has folded all these events by now, waiting a little. */
    boolean hasFolded(String tokens) {
        return get("/api/v1/scoreboards/2025/CITY?wait=5s&after=" + tokens).statusCode() == 200;
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.url(Application.REPORTING) + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .GET();
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return json(response, 200);
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
