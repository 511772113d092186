package cn.chuyi.local.demo.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a request until it is answered. A service that is away (connection refused, cut, 503) is waited for, up to a
 * minute; the request goes out again as it was, which is safe since each carries its key or its version.
 */
public final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
    /** Writes the same text for the same content, in any process: idempotency keys follow from it. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicInteger requests = new AtomicInteger();

    /** How many requests went out so far, repeats included. */
    public int requests() {
        return requests.get();
    }

    static String json(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer send(HttpRequest request) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        var pause = Duration.ofMillis(100);
        while (true) {
            try {
                requests.incrementAndGet();
                var response = client.send(request, BodyHandlers.ofByteArray());
                if (!AWAY.contains(response.statusCode()) || System.nanoTime() > giveUp) {
                    return answer(response);
                }
            } catch (IOException e) {
                if (System.nanoTime() > giveUp) {
                    throw new UncheckedIOException(request.uri() + " does not answer", e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("the load was stopped", e);
    }

    private static Answer answer(HttpResponse<byte[]> response) throws IOException {
        var headers = response.headers();
        return new Answer(
                response.statusCode(),
                body(response),
                headers.firstValue("ETag").orElse(""),
                headers.firstValue("X-Event-Position").orElse(""));
    }

    /** Texts that are no JSON (a canonical scoreboard) become a text node. */
    private static JsonNode body(HttpResponse<byte[]> response) throws IOException {
        if (response.body().length == 0) {
            return MissingNode.getInstance();
        }
        var type = response.headers().firstValue("Content-Type").orElse("");
        return type.contains("json")
                ? MAPPER.readTree(response.body())
                : MAPPER.getNodeFactory().textNode(new String(response.body(), UTF_8));
    }
}
