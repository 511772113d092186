package cn.chuyi.local.demo.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens of the demo users, each fetched once (password grant; all have the password {@code demo}). */
public final class Tokens {

    private final Wire wire;
    private final URI endpoint;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Tokens(Wire wire, URI endpoint) {
        this.wire = wire;
        this.endpoint = endpoint;
    }

    String of(String user) {
        return tokens.computeIfAbsent(user, this::fetch);
    }

    /** Forgets a token that a service no longer takes. */
    void forget(String user, String token) {
        tokens.remove(user, token);
    }

    private String fetch(String user) {
        var form =
                form(Map.of("grant_type", "password", "client_id", "chuyi-cli", "username", user, "password", "demo"));
        var answer = wire.send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        if (!answer.isGood()) {
            throw new UnexpectedAnswerException("POST " + endpoint, user, answer);
        }
        return answer.text("access_token");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
