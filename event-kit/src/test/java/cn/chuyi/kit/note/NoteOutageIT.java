package cn.chuyi.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever comes when the database cannot take it is told to come again, and not that something is broken. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class NoteOutageIT extends NoteScene {
    private static final Duration IMPATIENT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    AgroalDataSource pool;

    @ConfigProperty(name = "chuyi.http.commands")
    int places;

    @Test
    void without_a_free_connection_a_command_is_put_off_and_written_when_it_comes_again() throws SQLException {
        String id = UUID.randomUUID().toString();

        withoutFreeConnections(
                IMPATIENT,
                () -> post(id, "patience")
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", "1")
                        .header("Content-Language", "en")
                        .body(
                                "code",
                                equalTo("TEMPORARILY_UNAVAILABLE"),
                                "detail",
                                equalTo(
                                        "The service is too busy, or its database is away; nothing of this request was written."),
                                "remedy",
                                equalTo("Wait as long as Retry-After says, and send the same request again.")));

        assertThat(written(id)).isZero();
        post(id, "patience").statusCode(201);
        assertThat(written(id)).isEqualTo(1);
    }

    @Test
    void reading_is_put_off_likewise() throws SQLException {
        String id = UUID.randomUUID().toString();
        post(id, "read me").statusCode(201);

        withoutFreeConnections(
                IMPATIENT,
                () -> as("ada", "430100", "writer")
                        .get("/api/v1/notes/" + id)
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "1"));

        as("ada", "430100", "writer").get("/api/v1/notes/" + id).then().statusCode(200);
    }

    @Test
    void a_command_too_many_is_turned_away_at_once_and_those_before_it_are_done() throws Exception {
        var answers = new ArrayList<CompletableFuture<Integer>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            withoutFreeConnections(LONG, () -> {
                for (int i = 0; i < places + 3; i++) {
                    answers.add(CompletableFuture.supplyAsync(this::postAny, callers));
                }
                await().atMost(LONG)
                        .until(() -> answers.stream()
                                        .filter(answer -> answer.getNow(0) == 503)
                                        .count()
                                == 3);
            });
        }

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(201, 503);
        assertThat(answers).filteredOn(answer -> answer.join() == 503).hasSize(3);
        post(UUID.randomUUID().toString(), "room again").statusCode(201);
    }

    private int postAny() {
        return HttpCall.to("/api/v1/notes/430181/" + UUID.randomUUID())
                .token(Tokens.of("ada", "430100", "writer"))
                .sendJson("POST", "{\"text\": \"one of many\"}")
                .status();
    }

    /** What PostgreSQL says, in the statement or in the commit, and what becomes of it; the same key may come again. */
    @ParameterizedTest
    @CsvSource({
        "immediate, raise exception using errcode = '40P01', 503, TEMPORARILY_UNAVAILABLE",
        "deferred, raise exception using errcode = '40001', 503, TEMPORARILY_UNAVAILABLE",
        "immediate, perform pg_terminate_backend(pg_backend_pid()), 503, TEMPORARILY_UNAVAILABLE",
        "deferred, perform pg_terminate_backend(pg_backend_pid()), 500, OUTCOME_UNKNOWN",
        "immediate, raise exception using errcode = '23514', 500, INTERNAL_ERROR",
        "deferred, raise exception using errcode = '23514', 500, INTERNAL_ERROR",
    })
    void what_passes_is_told_apart_from_what_does_not(String when, String what, int status, String code) {
        String id = UUID.randomUUID().toString();
        rows().run("create function fails() returns trigger language plpgsql as $$ begin %s; return null; end $$"
                .formatted(what));
        rows().run("""
                create constraint trigger fails after insert on idempotency_key deferrable initially %s
                for each row when (new.key = '%s') execute function fails()""".formatted(when, id));
        try {
            post(id, "doomed").statusCode(status).body("code", equalTo(code));
        } finally {
            rows().run("drop function fails() cascade");
        }

        assertThat(written(id)).isZero();
        post(id, "doomed").statusCode(201);
    }

    @Test
    void a_repeat_whose_first_answer_cannot_be_looked_up_is_put_off_and_not_told_that_it_is_refused() {
        String id = UUID.randomUUID().toString();
        post(id, Note.END).statusCode(201);

        rows().run("alter table idempotency_key rename to idempotency_key_away");
        rows().run("""
                create function away() returns boolean language plpgsql
                as $$ begin raise exception using errcode = '57P03'; end $$""");
        rows().run("create view idempotency_key as select * from idempotency_key_away where away()");
        try {
            post(id, Note.END).statusCode(503).body("code", equalTo("TEMPORARILY_UNAVAILABLE"));
        } finally {
            rows().run("drop function away() cascade");
            rows().run("alter table idempotency_key_away rename to idempotency_key");
        }

        post(id, Note.END).statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(written(id)).isEqualTo(1);
    }

    private ValidatableResponse post(String id, String text) {
        return as("ada", "430100", "writer")
                .header("Accept-Language", "en")
                .header("Idempotency-Key", id)
                .body(Map.of("text", text))
                .post("/api/v1/notes/430181/" + id)
                .then();
    }

    private int written(String id) {
        return rows().of("select id from journal where stream = ?", "note-" + id)
                .size();
    }

    private void withoutFreeConnections(Duration patience, Runnable work) throws SQLException {
        var settings = pool.getConfiguration().connectionPoolConfiguration();
        var usual = settings.acquisitionTimeout();
        var held = new ArrayDeque<Connection>();
        settings.setAcquisitionTimeout(IMPATIENT);
        try {
            takeAll(held);
            settings.setAcquisitionTimeout(patience);
            work.run();
        } finally {
            settings.setAcquisitionTimeout(usual);
            for (var connection : held) {
                connection.close();
            }
        }
    }

    /** What others return is taken too, until nothing more comes. */
    private void takeAll(Deque<Connection> held) {
        try {
            while (true) {
                held.add(pool.getConnection());
            }
        } catch (SQLException e) {
            assertThat((Throwable) e).hasMessageContaining("acquisition timeout");
        }
    }
}
