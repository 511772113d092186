package cn.chuyi.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.chuyi.kit.test.FreshTopic;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.course.Course;
import cn.chuyi.reporting.rebuild.course.Estimate;
import cn.chuyi.reporting.rebuild.course.Phase;
import cn.chuyi.reporting.rebuild.log.Log;
import cn.chuyi.reporting.rebuild.log.Log.TruncatedLogException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rebuild is a proof only if it is alone, whole, and leaves nothing behind. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class RebuildIT {

    @Inject
    DataSource database;

    @Inject
    Only only;

    @Inject
    Rebuild rebuild;

    @Inject
    Beginning beginning;

    @Inject
    Clock clock;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE", ""})
    void who_mistypes_that_nothing_is_to_be_swapped_gets_no_rebuild(String dryRun) {
        office().queryParam("dryRun", dryRun)
                .post("/api/v1/rebuilds")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("PARAMETER_MALFORMED"))
                .body("errors.pointer", equalTo(List.of("dryRun")));
    }

    @Test
    void two_at_once_are_refused() {
        try (var _ = Objects.requireNonNull(only.tryLock())) {
            office().post("/api/v1/rebuilds").then().statusCode(409).body("code", equalTo("REBUILD_UNDER_WAY"));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> office().queryParam("dryRun", true)
                        .post("/api/v1/rebuilds")
                        .then()
                        .statusCode(202));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> office().get("/api/v1/rebuilds").then().body("[0].state", equalTo("DONE")));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void one_that_is_cancelled_in_any_step_leaves_nothing_behind(Phase phase) {
        var cancelled = new Course("cancelled", clock, Estimate.NONE, (_, steps) -> {
            if (steps.getLast().phase().compareTo(phase) >= 0) {
                throw new CancellationException();
            }
        });
        try (var _ = only.lock()) {
            var before = live();
            assertThatThrownBy(() -> rebuild.run("cancelled", false, cancelled))
                    .isInstanceOf(CancellationException.class);
            assertThat(schemas()).containsExactly("live");
            assertThat(live()).isEqualTo(before);
            assertThat(unfinished()).isEmpty();
        }
    }

    @Test
    void what_a_killed_process_left_is_gone_after_the_next_start() {
        with(sql -> {
            sql.script("""
                    create schema rebuild_dead; create table rebuild_dead.fact (x int);
                    insert into rebuild (id, dry_run, state, started_at) values ('dead', false, 'RUNNING', now())""");
            return true;
        });
        beginning.start(new StartupEvent());
        assertThat(schemas()).containsExactly("live");
        office().get("/api/v1/rebuilds/dead")
                .then()
                .body("state", equalTo("FAILED"))
                .body("failure", equalTo("interrupted"))
                .body("finishedAt", notNullValue());
    }

    @Test
    void a_replica_that_starts_while_another_rebuilds_serves_what_is_live_and_touches_nothing() {
        try (var _ = only.lock()) {
            with(sql -> {
                sql.script("create schema rebuild_others");
                return true;
            });
            beginning.start(new StartupEvent());
            assertThat(schemas()).containsExactly("live", "rebuild_others");
            rebuild.sweep();
        }
    }

    @Test
    void a_log_whose_beginning_is_gone_is_refused() throws ExecutionException, InterruptedException {
        var partition = new TopicPartition("cut", 0);
        FreshTopic.create(String.valueOf(kafka.get("bootstrap.servers")), "cut", 1);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.get("bootstrap.servers")))) {
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka.get("bootstrap.servers")),
                    new StringSerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>("cut", "key", new byte[] {1}))
                        .get();
            }
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
        try (var log = new Log(kafka, "cut")) {
            assertThatThrownBy(log::requireBeginning)
                    .isInstanceOf(TruncatedLogException.class)
                    .hasMessageContaining("cut-0 is 1, not 0");
        }
    }

    @Test
    void a_county_may_not_rebuild() {
        given().auth()
                .oauth2(Tokens.of("a", "430181", "county-filler"))
                .post("/api/v1/rebuilds")
                .then()
                .statusCode(403);
        given().post("/api/v1/rebuilds").then().statusCode(401);
        office().get("/api/v1/rebuilds/nothing").then().statusCode(404).body("code", equalTo("REBUILD_UNKNOWN"));
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Tokens.of("office", "430000", "province-office"));
    }

    private List<String> schemas() {
        return with(sql -> sql.list(
                "select nspname from pg_namespace where nspname ~ '^(live|rebuild|retired)' order by 1",
                row -> row.getString(1)));
    }

    /** The live tables as they are, by their identity: a swap would bring others. */
    private List<String> live() {
        return with(sql -> sql.list(
                "select oid || ' ' || relname from pg_class where relnamespace = 'live'::regnamespace order by 1",
                row -> row.getString(1)));
    }

    /** Work that goes on in the database for somebody who is gone. */
    private List<String> unfinished() {
        return with(sql -> sql.list(
                "select query from pg_stat_activity where datname = current_database() and query like '%rebuild_cancelled%'"
                        + " and state <> 'idle' and pid <> pg_backend_pid()",
                row -> row.getString(1)));
    }

    private <T> T with(Function<Sql, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
