package cn.chuyi.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.EventStream.Event;
import cn.chuyi.reporting.rebuild.course.Phase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild can be watched from its first step to its report, and stopped on the way. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class RunEventsIT {
    private static final List<String> PHASES =
            Arrays.stream(Phase.values()).map(Phase::name).toList();
    private static boolean there;

    @Inject
    DataSource database;

    @BeforeEach
    void there_is_something_to_rebuild() {
        if (!there) {
            var history = DemoHistory.of("WATCH");
            Kafka.send(history.entries());
            given().queryParam("after", history.positions())
                    .queryParam("wait", "20s")
                    .get("/api/v1/scoreboards/2025/COUNTY?programme=WATCH")
                    .then()
                    .statusCode(200);
            there = true;
        }
    }

    @Test
    void the_state_now_then_each_step_then_the_report() throws SQLException, IOException {
        String id;
        Event first;
        List<Event> rest;
        try (var live = liveFoldingUnderWay()) {
            id = start(false);
            awaitPhase(id, Phase.CATCHING_UP);
            try (var stream = EventStream.of(id, token(), null)) {
                assertThat(stream.response.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/event-stream");
                assertThat(stream.response.headers().firstValue("Cache-Control"))
                        .contains("no-cache");
                first = Objects.requireNonNull(stream.next());
                live.close();
                rest = stream.rest();
            }
        }
        assertThat(first.name()).isEqualTo("progress");
        assertThat(first.data().path("phase").asText()).isEqualTo("CATCHING_UP");
        assertThat(first.data().path("done").asLong())
                .isPositive()
                .isEqualTo(first.data().path("total").asLong());
        assertThat(first.data().path("facts").asLong()).isPositive();
        assertThat(first.data().path("units").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(first.data().path("elapsedMillis").asLong()).isPositive();
        assertThat(rest)
                .extracting(Event::id)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(one -> one > first.id());
        assertThat(rest)
                .filteredOn(event -> event.name().equals("step"))
                .extracting(event -> event.data().path("phase").asText())
                .containsExactly("COMPARING", "SWAPPING");
        assertThat(rest.getLast().name()).isEqualTo("report");
        assertThat(rest.getLast().data().path("state").asText()).isEqualTo("DONE");
        assertThat(rest.getLast().data().path("differences")).isEmpty();
        office().get("/api/v1/rebuilds/{id}", id)
                .then()
                .body("steps.phase", equalTo(PHASES))
                .body("steps.seq", everyItem(greaterThan(0)))
                .body("progress.phase", equalTo("SWAPPING"))
                .body("trigger", equalTo("REQUEST"));
    }

    @Test
    void who_comes_back_gets_what_he_missed_and_who_comes_late_the_report() throws IOException {
        var id = start(true);
        awaitState(id, "DONE");
        try (var late = EventStream.of(id, token(), null)) {
            assertThat(late.rest()).extracting(Event::name).containsExactly("report");
        }
        try (var back = EventStream.of(id, token(), 1L)) {
            var missed = back.rest();
            assertThat(missed.removeLast().name()).isEqualTo("report");
            assertThat(missed)
                    .extracting(event ->
                            event.name() + " " + event.data().path("phase").asText())
                    .containsExactlyElementsOf(PHASES.subList(1, PHASES.indexOf("SWAPPING")).stream()
                            .map(phase -> "step " + phase)
                            .toList());
        }
    }

    @Test
    void a_rebuild_that_is_cancelled_says_so_at_the_end_and_swaps_nothing() throws SQLException, IOException {
        String id;
        List<Event> events;
        try (var live = liveFoldingUnderWay()) {
            id = start(false);
            awaitPhase(id, Phase.CATCHING_UP);
            try (var stream = EventStream.of(id, token(), null)) {
                stream.next();
                office().delete("/api/v1/rebuilds/{id}", id).then().statusCode(202);
                live.close();
                events = stream.rest();
            }
        }
        assertThat(events.getLast().name()).isEqualTo("report");
        assertThat(events.getLast().data().path("state").asText()).isEqualTo("CANCELLED");
        office().get("/api/v1/rebuilds/{id}", id)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("steps.findAll { it.phase == 'SWAPPING' }", hasSize(0));
        refusesToCancel(id, "已取消", "was cancelled");
    }

    @Test
    void a_rebuild_that_has_ended_cannot_be_cancelled_and_how_it_ended_is_said() throws SQLException {
        var done = start(true);
        awaitState(done, "DONE");
        refusesToCancel(done, "已完成", "is done");
        office().get("/api/v1/rebuilds/{id}", done).then().body("state", equalTo("DONE"));

        try (var connection = database.getConnection()) {
            new Sql(connection)
                    .update(
                            "insert into rebuild (id, dry_run, state, started_at, finished_at)"
                                    + " values ('broken', false, 'FAILED', now() - interval '1 day', now() - interval '1 day')");
        }
        refusesToCancel("broken", "已失败", "has failed");
        office().delete("/api/v1/rebuilds/nothing").then().statusCode(404).body("code", equalTo("REBUILD_UNKNOWN"));
    }

    private static void refusesToCancel(String id, String chinese, String english) {
        office().delete("/api/v1/rebuilds/{id}", id)
                .then()
                .statusCode(409)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("REBUILD_ENDED"), "detail", containsString(chinese));
        office().header("Accept-Language", "en")
                .delete("/api/v1/rebuilds/{id}", id)
                .then()
                .statusCode(409)
                .body("detail", containsString(english));
    }

    @Test
    void a_rebuild_that_is_not_there_is_no_stream() {
        office().accept("text/event-stream")
                .get("/api/v1/rebuilds/nothing/events")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("REBUILD_UNKNOWN"));
    }

    /** Holds what a batch of live folding holds, so that a rebuild waits before it swaps. */
    private Held liveFoldingUnderWay() throws SQLException {
        var connection = database.getConnection();
        new Sql(connection).each("select pg_advisory_lock_shared(?)", _ -> {}, Folding.LOCK);
        return new Held(connection);
    }

    private static final class Held implements AutoCloseable {
        private final Connection connection;

        Held(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void close() throws SQLException {
            if (!connection.isClosed()) {
                new Sql(connection).each("select pg_advisory_unlock_shared(?)", _ -> {}, Folding.LOCK);
                connection.close();
            }
        }
    }

    private static String start(boolean dryRun) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> office().queryParam("dryRun", dryRun).post("/api/v1/rebuilds"),
                        one -> one.statusCode() == 202)
                .path("id");
    }

    private static void awaitPhase(String id, Phase phase) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        office().get("/api/v1/rebuilds/{id}", id).then().body("progress.phase", equalTo(phase.name())));
    }

    private static void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> office().get("/api/v1/rebuilds/{id}", id).then().body("state", equalTo(state)));
    }

    private static String token() {
        return Tokens.of("office", "430000", "province-office");
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(token());
    }
}
