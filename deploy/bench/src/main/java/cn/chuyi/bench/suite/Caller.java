package cn.chuyi.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who is logged in and asks, as often as he likes, over connections of his own. */
public final class Caller implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    /** @param user of the demo; his password is {@code demo} */
    public Caller(RunningSuite suite, String user) throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=chuyi-cli&password=demo&username=" + user;
        var answer = client.send(
                HttpRequest.newBuilder(suite.tokens())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofByteArray());
        this.token = JSON.readTree(answer.body()).path("access_token").asText();
    }

    public HttpRequest get(URI uri) {
        return to(uri).GET().build();
    }

    public HttpRequest.Builder post(URI uri, String json) {
        return to(uri).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder to(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    }

    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofByteArray());
    }

    /** The answer to a request that must succeed. */
    public JsonNode read(HttpRequest request) throws IOException, InterruptedException {
        var answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IOException(request.uri() + " was answered " + answer.statusCode() + ": "
                    + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
