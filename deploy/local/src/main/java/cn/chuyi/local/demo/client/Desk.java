package cn.chuyi.local.demo.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.function.Predicate;

/** One user at one service. Everything that is said here can be said twice without changing anything. */
public final class Desk {

    private static final int STALE_REPEATS = 8;

    private final Wire wire;
    private final Tokens tokens;
    private final URI api;
    private final String user;
    private final Positions positions;

    /** @param positions keeps what is written here */
    public Desk(Wire wire, Tokens tokens, URI service, String user, Positions positions) {
        this.wire = wire;
        this.tokens = tokens;
        this.positions = positions;
        this.api = service.resolve("/api/v1/");
        this.user = user;
    }

    public Answer get(String path) {
        return good("GET " + path, send(request(path).GET()));
    }

    /** Asks without insisting: a refusal is an answer too. */
    public Answer ask(String path) {
        return send(request(path).GET());
    }

    /**
     * Does a thing once. The idempotency key follows from the content, so a repeat (of this request, or of the whole
     * load) gets the first answer again.
     */
    public Answer post(String path, Object body) {
        return good("POST " + path, postOnce(path, body));
    }

    /** As {@link #post}, where one refusal only means: not yet. */
    public boolean tryPost(String path, Object body, int notYet) {
        Answer answer = postOnce(path, body);
        return answer.status() != notYet && good("POST " + path, answer).isGood();
    }

    private Answer postOnce(String path, Object body) {
        var json = Wire.json(body);
        var key = UUID.nameUUIDFromBytes((user + " " + path + " " + json).getBytes(UTF_8));
        Answer answer = post(path, json, key);
        for (int repeat = 0; answer.code().equals("STALE_VERSION") && repeat < STALE_REPEATS; repeat++) {
            answer = post(path, json, key);
        }
        return answer;
    }

    private Answer post(String path, String json, UUID key) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(json)));
    }

    /** Replaces a part of {@code whole}, whose version was {@code etag} when last seen. */
    public Answer put(String path, Object body, String whole, String etag) {
        return put(path, body, whole, etag, _ -> true);
    }

    /**
     * Replaces a part of {@code whole}. When it has moved on meanwhile it is read again: if the change is still due it
     * is sent with the new version, else it was done by an earlier load.
     */
    public Answer put(String path, Object body, String whole, String etag, Predicate<JsonNode> stillDue) {
        var json = Wire.json(body);
        Answer answer = put(path, json, etag);
        for (int repeat = 0; answer.status() == 412 && repeat < STALE_REPEATS; repeat++) {
            Answer now = get(whole);
            if (!stillDue.test(now.body())) {
                return now;
            }
            answer = put(path, json, now.etag());
        }
        return good("PUT " + path, answer);
    }

    private Answer put(String path, String json, String etag) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path));
    }

    private Answer send(HttpRequest.Builder request) {
        var token = tokens.of(user);
        Answer answer = send(request, token);
        if (answer.status() != 401) {
            return answer;
        }
        tokens.forget(user, token);
        return send(request, tokens.of(user));
    }

    private Answer send(HttpRequest.Builder request, String token) {
        return wire.send(request.setHeader("Authorization", "Bearer " + token).build());
    }

    private Answer good(String what, Answer answer) {
        if (!answer.isGood()) {
            throw new UnexpectedAnswerException(what, user, answer);
        }
        positions.note(answer.position());
        return answer;
    }
}
