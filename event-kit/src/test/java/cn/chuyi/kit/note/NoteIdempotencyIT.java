package cn.chuyi.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever repeats a command with its key hears what he would have heard, and nothing is done twice. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class NoteIdempotencyIT extends NoteScene {
    private static final int ROUNDS = 25;

    @ConfigProperty(name = "chuyi.http.commands")
    int places;

    private final String id = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString();

    @Test
    void a_repeat_that_would_be_accepted_again_gets_the_first_answer_and_writes_nothing() {
        var first = post(key, "once");
        var again = post(key, "once");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertReplayed(again, first);
        assertThat(texts()).containsExactly("once");
    }

    @Test
    void a_repeat_that_would_by_now_be_refused_gets_the_first_answer_and_writes_nothing() {
        var first = post(key, Note.END);
        post(UUID.randomUUID().toString(), Note.END).then().statusCode(409).body("code", equalTo("ENDED"));

        var again = post(key, Note.END);

        assertThat(first.statusCode()).isEqualTo(201);
        assertReplayed(again, first);
        assertThat(texts()).containsExactly(Note.END);
    }

    @Test
    void after_a_repeat_that_was_undone_the_next_command_finds_the_note_as_it_was() {
        post(key, "first");
        post(key, "first");

        post(UUID.randomUUID().toString(), "second").then().statusCode(201).header("ETag", "\"2\"");

        as("ada", "430100", "writer")
                .get("/api/v1/notes/" + id)
                .then()
                .body("texts", equalTo(List.of("first", "second")));
        assertThat(texts()).containsExactly("first", "second");
    }

    @Test
    void facts_of_a_repeat_that_was_undone_are_not_counted_as_appended() {
        post(key, "counted");
        double before = appended();

        post(key, "counted");

        assertThat(appended()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "damn", " "})
    void a_key_with_another_body_is_refused_whatever_would_become_of_that_body(String other) {
        post(key, "once").then().statusCode(201);

        post(key, other).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

        assertThat(texts()).containsExactly("once");
    }

    @Test
    void a_command_that_was_refused_keeps_no_key_and_may_come_again() {
        post(key, "damn").then().statusCode(409).body("code", equalTo("TOO_RUDE"));
        post("433100", key, "polite").then().statusCode(403).body("code", equalTo("FOREIGN_UNIT"));
        post(key, " ").then().statusCode(400).body("code", equalTo("INVALID_REQUEST"));
        assertThat(rows().of("select key from idempotency_key where key = ?", key))
                .isEmpty();

        post(key, "polite").then().statusCode(201).header("Idempotency-Replayed", nullValue());

        assertThat(texts()).containsExactly("polite");
    }

    @Test
    void a_caller_who_may_no_longer_do_it_is_still_told_that_he_did() {
        var first = post(key, "once");

        assertReplayed(post("433100", key, "once"), first);

        assertThat(texts()).containsExactly("once");
    }

    @Test
    void two_callers_may_have_the_same_key() {
        post(key, "hers").then().statusCode(201);

        as("bob", "430181", "clerk")
                .header("Idempotency-Key", key)
                .body(Map.of("text", "his"))
                .post("/api/v1/notes/430181/" + id)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"");

        assertThat(texts()).containsExactly("hers", "his");
    }

    @Test
    void a_key_that_is_blank_or_too_long_is_none() {
        for (String malformed : List.of(" ", "k".repeat(201))) {
            assertThat(HttpCall.to("/api/v1/notes/430181/" + id)
                            .token(Tokens.of("ada", "430100", "writer"))
                            .header("Idempotency-Key", malformed)
                            .sendJson("POST", "{\"text\": \"never\"}")
                            .code())
                    .isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
        }
        assertThat(texts()).isEmpty();
    }

    /** A note of a known name is fought for in the journal; one that is named by the service only by its key. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_at_the_same_time_with_one_key_one_is_carried_out_and_both_hear_of_it(boolean named) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            for (var pair : atOnce(named, places / 2)) {
                var answers = pair.answers();
                assertThat(answers).allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(201);
                    assertThat(answer.body()).isEqualTo(answers.getFirst().body());
                    assertThat(answer.header("Location"))
                            .isEqualTo(answers.getFirst().header("Location"));
                    assertThat(answer.header("X-Event-Position"))
                            .isEqualTo(answers.getFirst().header("X-Event-Position"));
                });
                assertThat(answers)
                        .extracting(answer -> answer.header("Idempotency-Replayed"))
                        .containsExactlyInAnyOrder("", "true");
                assertThat(rows().of("select stream from journal where payload::jsonb ->> 'text' = ?", pair.text()))
                        .hasSize(1);
            }
        }
    }

    private record Pair(String text, List<HttpCall.Answer> answers) {}

    private static List<Pair> atOnce(boolean named, int pairs) throws Exception {
        var texts = new ArrayList<String>();
        var calls = new ArrayList<Callable<HttpCall.Answer>>();
        for (int i = 0; i < pairs; i++) {
            String text = "pair " + UUID.randomUUID();
            String path = "/api/v1/notes/430181" + (named ? "/" + UUID.randomUUID() : "");
            texts.add(text);
            for (int twice = 0; twice < 2; twice++) {
                calls.add(() -> HttpCall.to(path)
                        .token(Tokens.of("ada", "430100", "writer"))
                        .header("Idempotency-Key", text)
                        .sendJson("POST", "{\"text\": \"" + text + "\"}"));
            }
        }
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    callers.invokeAll(calls).stream().map(Future::resultNow).toList();
            var found = new ArrayList<Pair>();
            for (int i = 0; i < pairs; i++) {
                found.add(new Pair(texts.get(i), answers.subList(2 * i, 2 * i + 2)));
            }
            return found;
        }
    }

    private Response post(String withKey, String text) {
        return post("430100", withKey, text);
    }

    private Response post(String division, String withKey, String text) {
        return as("ada", division, "writer")
                .header("Idempotency-Key", withKey)
                .body(Map.of("text", text))
                .post("/api/v1/notes/430181/" + id);
    }

    private static void assertReplayed(Response again, Response first) {
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asString()).isEqualTo(first.asString());
        for (String header : List.of("ETag", "Location", "X-Event-Position", "Content-Type")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }

    private List<String> texts() {
        return rows().of(
                        "select payload::jsonb ->> 'text' from journal where stream = ? order by version",
                        "note-" + id);
    }
}
