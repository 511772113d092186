package cn.chuyi.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.log.Log;
import cn.chuyi.reporting.rebuild.log.Log.TruncatedLogException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

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
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

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

    @Test
    void a_cancelled_one_leaves_nothing_behind() {
        try (var _ = only.lock()) {
            assertThatThrownBy(() -> rebuild.run("cancelled", false, (done, total) -> {
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(schemas()).containsExactly("live");
        }
    }

    @Test
    void what_a_crash_left_is_swept_by_the_next_one() {
        try (var _ = only.lock()) {
            with(sql -> {
                sql.script("create schema rebuild_dead; create table rebuild_dead.fact (x int)");
                return true;
            });
            rebuild.sweep();
            assertThat(schemas()).containsExactly("live");
        }
    }

    @Test
    void a_log_whose_beginning_is_gone_is_refused() throws ExecutionException, InterruptedException {
        var partition = new TopicPartition("cut", 0);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.get("bootstrap.servers")))) {
            admin.createTopics(List.of(new NewTopic("cut", 1, (short) 1))).all().get();
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

    private <T> T with(Function<Sql, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
