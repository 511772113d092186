package cn.chuyi.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.Run.State;
import cn.chuyi.reporting.rebuild.Run.Trigger;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody has to ask whether the numbers still are what the topics say: a check does at night, and shouts. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class SelfCheckIT {
    private static final String UNIT = DemoHistory.COUNTY;
    private static boolean there;

    @Inject
    DataSource database;

    @Inject
    SelfCheck selfCheck;

    @Inject
    Runs runs;

    @Inject
    Only only;

    @Inject
    Scheduler scheduler;

    @Inject
    Clock clock;

    @BeforeEach
    void there_is_something_to_check() {
        if (!there) {
            var history = DemoHistory.of("CHECK");
            Kafka.send(history.entries());
            given().queryParam("after", history.positions())
                    .queryParam("wait", "20s")
                    .get("/api/v1/scoreboards/2025/COUNTY?programme=CHECK")
                    .then()
                    .statusCode(200);
            there = true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update live.score set total = total + 1 where %s",
                "update live.score set digest = 'forged' where %s",
                "update live.score set body = overlay(body placing 'K-A9' from position('K-A1' in body)) where %s",
                "update live.score set body = substring(body for 20) where %s",
                "update live.edition set body = overlay(body placing 'K-A9' from position('K-A1' in body)) where %s",
                "delete from live.score where %s"
            })
    void what_somebody_altered_by_hand_is_found_and_shouted_until_it_is_repaired(String alteration) {
        var errors = new Errors();
        var saved = save();
        try (errors) {
            change(alteration.formatted("cycle = 'CHECK-2025' and unit = '" + UNIT + "'"));
            var found = checked();
            assertThat(found.state()).isEqualTo(State.DONE);
            assertThat(found.dryRun()).isTrue();
            assertThat(found.differences())
                    .extracting(one -> one.cycle() + "/" + one.unit())
                    .containsExactly("CHECK-2025/" + UNIT);
            assertThat(found.differences().getFirst().live())
                    .isNotEqualTo(found.differences().getFirst().rebuilt());
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                well().statusCode(503)
                        .body(check("status"), equalTo("DOWN"))
                        .body(check("data.units"), equalTo("CHECK-2025/" + UNIT));
                assertThat(metric("rebuild_check_differences")).isEqualTo("1.0");
            });
            assertThat(errors.messages).anyMatch(message -> message.contains("CHECK-2025/" + UNIT));
        } finally {
            restore(saved);
        }
        var before = clock.instant();
        assertThat(checked().differences()).isEmpty();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            well().body(check("status"), equalTo("UP")).body(check("data.units"), nullValue());
            assertThat(metric("rebuild_check_differences")).isEqualTo("0.0");
            assertThat(Double.valueOf(metric("rebuild_check_equal_timestamp_seconds")))
                    .isGreaterThanOrEqualTo(before.getEpochSecond());
        });
    }

    @Test
    void a_check_that_fails_shouts_too() {
        change("alter table live.edition rename to hidden");
        try {
            assertThat(checked().state()).isEqualTo(State.FAILED);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                well().body(check("status"), equalTo("DOWN")).body(check("data.state"), equalTo("FAILED"));
                assertThat(metric("rebuild_check_differences")).isEqualTo("NaN");
            });
        } finally {
            change("alter table live.hidden rename to edition");
        }
        assertThat(checked().state()).isEqualTo(State.DONE);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> well().body(check("status"), equalTo("UP")));
    }

    @Test
    void one_of_all_replicas_does_it() {
        var due = clock.instant();
        selfCheck.check(due);
        var first = ended();
        assertThat(first.startedAt()).isAfterOrEqualTo(due);
        await().atMost(Duration.ofSeconds(20)).until(this::nobodyRebuilds);
        selfCheck.check(due);
        assertThat(latest().id()).isEqualTo(first.id());
        assertThat(nobodyRebuilds()).isTrue();
    }

    @Test
    void while_another_rebuild_is_under_way_there_is_none() {
        var before = runs.latest().size();
        try (var _ = only.lock()) {
            selfCheck.check(clock.instant());
            assertThat(runs.latest()).hasSize(before);
        }
    }

    @Test
    void it_is_due_at_night_in_hunan() {
        var next = scheduler.getScheduledJob(SelfCheck.NAME).getNextFireTime();
        assertThat(LocalTime.ofInstant(next, ZoneId.of("Asia/Shanghai"))).isEqualTo(LocalTime.of(3, 10));
        assertThat(next).isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(1)));
    }

    private Run checked() {
        var due = clock.instant();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            selfCheck.check(due);
            return runs.selfCheckedSince(due);
        });
        return ended();
    }

    private Run ended() {
        return await().atMost(Duration.ofSeconds(60)).until(this::latest, Run::over);
    }

    private Run latest() {
        return runs.latest().stream()
                .filter(run -> run.trigger() == Trigger.SELF_CHECK)
                .findFirst()
                .orElseThrow();
    }

    private boolean nobodyRebuilds() {
        try (var lock = only.tryLock()) {
            return lock != null;
        }
    }

    private record Saved(List<String> scores, List<String> editions) {}

    private Saved save() {
        return with(sql -> new Saved(rows(sql, "score"), rows(sql, "edition")));
    }

    private static List<String> rows(Sql sql, String table) {
        return sql.list(
                "select to_jsonb(r)::text from live." + table + " r where cycle = 'CHECK-2025'",
                row -> row.getString(1));
    }

    private void restore(Saved saved) {
        with(sql -> {
            put(sql, "score", saved.scores());
            put(sql, "edition", saved.editions());
            return true;
        });
    }

    private static void put(Sql sql, String table, List<String> rows) {
        sql.update("delete from live." + table + " where cycle = 'CHECK-2025'");
        rows.forEach(row -> sql.update(
                "insert into live." + table + " select * from jsonb_populate_record(null::live." + table
                        + ", ?::jsonb)",
                row));
    }

    private void change(String statement) {
        with(sql -> {
            sql.script(statement);
            return true;
        });
    }

    private <T> T with(Function<Sql, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse well() {
        return given().get("/q/health/well").then();
    }

    private static String check(String field) {
        return "checks.find { it.name == 'self-check' }." + field;
    }

    private static String metric(String name) {
        var text = given().get("/q/metrics").asString();
        var found = Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(text);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    /** What a rebuild logs as an error meanwhile. */
    private static final class Errors extends Handler implements AutoCloseable {
        private static final PatternFormatter MESSAGE = new PatternFormatter("%s");
        private static final Logger LOG = Logger.getLogger(Rebuilds.class.getName());
        private final List<String> messages = new CopyOnWriteArrayList<>();

        Errors() {
            LOG.addHandler(this);
        }

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                messages.add(MESSAGE.format(ExtLogRecord.wrap(record)));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            LOG.removeHandler(this);
        }
    }
}
