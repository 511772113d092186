package cn.chuyi.bench.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is logged in and asks, as often as he likes. Who asks writes and reads his connection himself: no other
 * thread has to be woken, and no time goes by that is not the suite's.
 */
public final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Connections: who comes when all are taken waits here, and that is part of his time. */
    private static final int MOST = 400;

    private static final int REDIRECTED = 300;
    private static final int REFUSED = 400;

    private final Semaphore connections = new Semaphore(MOST);
    private final String token;

    /** @param user of the demo; his password is {@code demo} */
    public Caller(RunningSuite suite, String user) throws IOException {
        var form = "grant_type=password&client_id=chuyi-cli&password=demo&username=" + user;
        var answer = send(new Request(
                suite.tokens(), Map.of("Content-Type", "application/x-www-form-urlencoded"), form.getBytes(UTF_8)));
        this.token = JSON.readTree(answer.body()).path("access_token").asText();
    }

    /** @param body of a POST; absent for a GET */
    public record Request(URI uri, Map<String, String> headers, byte @Nullable [] body) {

        public Request with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Request(uri, more, body);
        }
    }

    /** @param retryAfter seconds; absent where the answer does not say */
    public record Answer(
            int status, @Nullable String position, @Nullable Integer retryAfter, byte[] body) {
        public String text() {
            return new String(body, UTF_8);
        }
    }

    public Request get(URI uri) {
        return new Request(uri, Map.of("Authorization", "Bearer " + token), null);
    }

    public Request post(URI uri, String json) {
        return new Request(
                uri,
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
                json.getBytes(UTF_8));
    }

    public Answer send(Request request) throws IOException {
        connections.acquireUninterruptibly();
        try {
            return exchange(request);
        } finally {
            connections.release();
        }
    }

    private static Answer exchange(Request request) throws IOException {
        var connection = (HttpURLConnection) request.uri().toURL().openConnection();
        request.headers().forEach(connection::setRequestProperty);
        if (request.body() != null) {
            connection.setDoOutput(true);
            try (var out = connection.getOutputStream()) {
                out.write(request.body());
            }
        }
        int status = connection.getResponseCode();
        try (var in = status < REFUSED ? connection.getInputStream() : connection.getErrorStream()) {
            var wait = connection.getHeaderField("Retry-After");
            return new Answer(
                    status,
                    connection.getHeaderField("X-Event-Position"),
                    wait == null ? null : Integer.valueOf(wait),
                    in == null ? new byte[0] : in.readAllBytes());
        }
    }

    /** The answer to a request that must succeed. */
    public JsonNode read(Request request) throws IOException {
        var answer = send(request);
        if (answer.status() >= REDIRECTED) {
            throw new IOException(request.uri() + " was answered " + answer.status() + ": " + answer.text());
        }
        return JSON.readTree(answer.body());
    }
}
