package cn.chuyi.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A command that is decided on what is remembered is written in one trip, and where the memory was wrong, it is as if there
 * had been none.
 */
@QuarkusTest
@WithTestResource(LocalStack.class)
class NoteDelayIT extends NoteScene {
    private static final int COMMANDS = 200;
    private static final int THREADS = 8;

    private final String id = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString();

    /** Then the service remembers the stream. */
    @BeforeEach
    void begin() {
        assertThat(post(id, null, null, "begun").status()).isEqualTo(201);
    }

    @Test
    void facts_and_key_go_in_one_trip_and_the_commit_in_another() {
        try (var trips = new Trips()) {
            assertThat(post(id, key, null, "quick").status()).isEqualTo(201);

            assertThat(trips.ofWhoSent(key)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_command_on_a_note_that_another_replica_went_on_with_is_decided_again_and_accepted(boolean withKey) {
        insert(2, "theirs");

        var answer = post(id, withKey ? key : null, null, "ours");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.json().path("texts"))
                .extracting(text -> text.asText())
                .containsExactly("begun", "theirs", "ours");
        assertThat(texts()).containsExactly("begun", "theirs", "ours");
        assertThat(kept()).isEqualTo(withKey ? 1 : 0);
        assertRemembered("begun", "theirs", "ours");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_command_on_a_note_that_another_replica_has_ended_is_refused_and_writes_nothing(boolean withKey) {
        insert(2, Note.END);
        double before = appended();

        assertThat(post(id, withKey ? key : null, null, "too late").code()).isEqualTo("ENDED");

        assertThat(texts()).containsExactly("begun", Note.END);
        assertThat(kept()).isZero();
        assertThat(appended()).isEqualTo(before);
        assertRemembered("begun", Note.END);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_version_that_is_remembered_but_no_longer_the_present_one_fails_as_a_precondition(boolean withKey) {
        insert(2, "theirs");

        assertThat(post(id, withKey ? key : null, "\"1\"", "on the first").status())
                .isEqualTo(412);

        assertThat(texts()).containsExactly("begun", "theirs");
        assertThat(kept()).isZero();
        assertThat(post(id, withKey ? key : null, "\"2\"", "on the second").status())
                .isEqualTo(201);
    }

    @Test
    void a_command_on_a_note_that_was_replaced_is_decided_on_the_new_one() throws Exception {
        String other = UUID.randomUUID().toString();
        // what the relay has taken stays for good; a gap in the chain would be no matter of this test
        relayHeldUp(() -> {
            assertThat(post(other, null, null, "old").status()).isEqualTo(201);
            rows().run("""
                    with gone as (delete from journal where stream = 'note-%s' returning position)
                    delete from journal_backlog using gone where journal_backlog.position = gone.position""".formatted(other));
        });
        insert(other, 1, "new");

        assertThat(post(other, key, null, "newer").header("ETag")).isEqualTo("\"2\"");

        assertThat(texts(other)).containsExactly("new", "newer");
    }

    /** Whoever comes too late is told so, and comes again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_many_commands_at_the_same_time_each_is_there_once_at_the_place_that_was_answered(boolean withKey)
            throws Exception {
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < COMMANDS; i++) {
            String text = "command " + i;
            calls.add(() -> postUntilAccepted(withKey, text) + " " + text);
        }
        double before = appended();
        var answered = new ArrayList<>(List.of("\"1\" begun"));
        try (var callers = Executors.newFixedThreadPool(THREADS)) {
            callers.invokeAll(calls).stream().map(Future::resultNow).forEach(answered::add);
        }

        var there = rows().of(
                        "select format('\"%s\" %s', version, payload::jsonb ->> 'text') from journal where stream = ? order by version",
                        "note-" + id);
        assertThat(there).containsExactlyInAnyOrderElementsOf(answered);
        assertThat(rows().of("select version from journal where stream = ? order by version", "note-" + id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, COMMANDS + 1)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(appended() - before).isEqualTo(COMMANDS);
        assertRemembered(texts().toArray(String[]::new));
        assertThat(post(id, null, null, "last").header("ETag")).isEqualTo("\"" + (COMMANDS + 2) + "\"");
    }

    private String postUntilAccepted(boolean withKey, String text) {
        String own = withKey ? UUID.randomUUID().toString() : null;
        while (true) {
            var answer = post(id, own, null, text);
            if (answer.status() == 201) {
                return answer.header("ETag");
            }
            assertThat(answer.code()).isEqualTo("STALE_VERSION");
        }
    }

    @Test
    void of_two_at_the_same_time_with_one_key_one_is_carried_out_and_both_hear_of_it() throws Exception {
        var expected = new ArrayList<>(List.of("begun"));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 50; round++) {
                String text = "round " + round;
                String once = UUID.randomUUID().toString();
                Callable<HttpCall.Answer> call = () -> post(id, once, null, text);
                var answers = callers.invokeAll(List.of(call, call)).stream()
                        .map(Future::resultNow)
                        .toList();

                expected.add(text);
                assertThat(answers).extracting(HttpCall.Answer::status).containsOnly(201);
                assertThat(answers)
                        .extracting(HttpCall.Answer::body)
                        .containsOnly(answers.getFirst().body());
                assertThat(answers)
                        .extracting(answer -> answer.header("Idempotency-Replayed"))
                        .containsExactlyInAnyOrder("", "true");
            }
        }
        assertThat(texts()).containsExactlyElementsOf(expected);
        assertRemembered(expected.toArray(String[]::new));
    }

    @Test
    void a_repeat_on_a_note_that_another_replica_went_on_with_gets_the_first_answer() {
        var first = post(id, key, null, "once");
        insert(3, "theirs");

        var again = post(id, key, null, "once");

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(texts()).containsExactly("begun", "once", "theirs");
    }

    @Test
    void a_key_with_another_body_is_refused_after_the_first_try() {
        post(id, key, null, "once");

        assertThat(post(id, key, null, "twice").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");

        assertThat(texts()).containsExactly("begun", "once");
    }

    /** If it were relayed at the next poll only, each would take half a second. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_relay_is_rung_for_each_fact(boolean withKey) {
        awaitPublication();
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            post(id, withKey ? UUID.randomUUID().toString() : null, null, "fact " + i);
            await().pollInterval(Duration.ofMillis(5)).until(this::published);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("unless it is rung, the relay looks twice a second")
                .isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void what_a_command_appends_is_handed_to_the_relay_and_does_not_wait_in_the_backlog() {
        rows().run("create table waited (position bigint)");
        rows().run("""
                create function waits() returns trigger language plpgsql as $$
                begin insert into waited select new.position; return null; end $$""");
        rows().run("create trigger waits after insert on journal_backlog for each row execute function waits()");
        try {
            // while the relay itself has the turn, facts wait; it looks twice a second
            await().until(() -> {
                post(id, null, null, "handed over");
                return rows().of(
                                        "select position from journal where stream = ?"
                                                + " and version > 1 and position not in (select position from waited)",
                                        "note-" + id)
                                .size()
                        > 0;
            });
            await().until(this::published);
        } finally {
            rows().run("drop function waits() cascade");
            rows().run("drop table waited");
        }
    }

    private boolean published() {
        return rows().of(
                        "select position from journal where stream = ? and position not in (select position from journal_link)",
                        "note-" + id)
                .isEmpty();
    }

    @Test
    void as_many_facts_are_counted_as_there_are() {
        double before = appended();
        post(id, key, null, "first");
        post(id, key, null, "first");
        post(id, null, null, "second");
        insert(4, "theirs");
        post(id, null, null, "third");
        post(id, UUID.randomUUID().toString(), null, "damn");

        assertThat(texts()).containsExactly("begun", "first", "second", "theirs", "third");
        assertThat(appended() - before).isEqualTo(3);
    }

    /** What failed may have failed because of the memory, unless it is an outage, of which everybody hears at once. */
    @ParameterizedTest
    @CsvSource({"40P01, 503, 1", "57P01, 503, 1", "23514, 500, 2"})
    void what_fails_is_tried_once_more_unless_it_passes(String sqlState, int status, int tries) {
        rows().run("create sequence tries");
        rows().run("""
                create function fails() returns trigger language plpgsql as $$
                begin perform nextval('tries'); raise exception using errcode = '%s'; end $$""".formatted(sqlState));
        rows().run("""
                create trigger fails before insert on idempotency_key
                for each row when (new.key = '%s') execute function fails()""".formatted(key));
        try {
            assertThat(post(id, key, null, "doomed").status()).isEqualTo(status);

            assertThat(rows().of("select last_value from tries")).containsExactly(Integer.toString(tries));
            assertThat(texts()).containsExactly("begun");
        } finally {
            rows().run("drop function fails() cascade");
            rows().run("drop sequence tries");
        }
        assertThat(post(id, key, null, "doomed").header("ETag")).isEqualTo("\"2\"");
    }

    private HttpCall.Answer post(String note, @Nullable String withKey, @Nullable String ifMatch, String text) {
        var call = HttpCall.to("/api/v1/notes/430181/" + note).token(Tokens.of("ada", "430100", "writer"));
        var headers = new HashMap<String, @Nullable String>();
        headers.put("Idempotency-Key", withKey);
        headers.put("If-Match", ifMatch);
        headers.forEach((name, value) -> {
            if (value != null) {
                call.header(name, value);
            }
        });
        return call.sendJson("POST", "{\"text\": \"" + text + "\"}");
    }

    private void insert(long version, String text) {
        insert(id, version, text);
    }

    /** As another replica would. */
    private void insert(String note, long version, String text) {
        rows().run("insert into journal (stream, version, id, type, payload, recorded_at) values ('note-" + note + "', "
                + version + ", gen_random_uuid(), 'chuyi.note.note-written.v1', '{\"text\":\"" + text + "\"}', now())");
    }

    private void assertRemembered(String... texts) {
        as("ada", "430100", "writer")
                .get("/api/v1/notes/" + id)
                .then()
                .statusCode(200)
                .body("texts", equalTo(List.of(texts)));
    }

    private int kept() {
        return rows().of("select key from idempotency_key where key = ?", key).size();
    }

    private List<String> texts() {
        return texts(id);
    }

    private List<String> texts(String note) {
        return rows().of(
                        "select payload::jsonb ->> 'text' from journal where stream = ? order by version",
                        "note-" + note);
    }
}
