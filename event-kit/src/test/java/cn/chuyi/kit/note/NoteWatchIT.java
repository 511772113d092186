package cn.chuyi.kit.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How far the service is behind, for who scrapes it and who is called at night. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class NoteWatchIT extends NoteScene {

    @Test
    void facts_that_do_not_reach_the_topic_are_counted_and_in_the_end_a_matter_for_somebody() throws SQLException {
        awaitStatus("journal", "UP");
        relayHeldUp(() -> {
            write("stays here");
            awaitMetric("journal_backlog", "[1-9].*");
            awaitMetric("journal_backlog_age_seconds", "[1-9].*");
            awaitStatus("journal", "DOWN");
            assertThat(well().getLong("checks.find { it.name == 'journal' }.data.backlog"))
                    .isPositive();
        });
        awaitMetric("journal_backlog", "0.0");
        awaitMetric("journal_backlog_age_seconds", "0.0");
        awaitStatus("journal", "UP");
    }

    @Test
    void records_that_are_not_folded_are_counted_by_partition_and_in_the_end_a_matter_for_somebody()
            throws SQLException {
        awaitView(write("first").extract().header("X-Event-Position").replace("@1", ""), "first");
        awaitStatus("readers", "UP");
        try (var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            try (var lock = holder.prepareStatement("lock table cursor in exclusive mode")) {
                lock.execute();
            }
            String stream = "note-" + UUID.randomUUID();
            produce(stream, 1, "{\"text\":\"waits\"}");
            awaitMetric("reader_lag\\{partition=\"\\d+\",topic=\"" + TOPIC + "\"}", "[1-9].*");
            awaitStatus("readers", "DOWN");
            assertThat(well().getLong("checks.find { it.name == 'readers' }.data.'lag " + TOPIC + "'"))
                    .isPositive();
            holder.rollback();
            holder.setAutoCommit(true);
            awaitView(stream, "waits");
        }
        awaitStatus("readers", "UP");
        assertThat(metrics()).doesNotContainPattern("reader_lag\\{[^}]*} [1-9]");
    }

    @Test
    void what_stays_parked_is_a_matter_for_somebody_but_no_reason_to_restart() {
        String stream = "note-" + UUID.randomUUID();
        produce(stream, 1, "{\"text\": broken");
        produce(stream, 2, "{\"text\":\"behind\"}");
        await().untilAsserted(() -> {
            awaitMetric("reader_parked_streams", parked("count(distinct stream)"));
            awaitMetric("reader_parked_records", parked("count(*)"));
        });
        awaitMetric("reader_parked_age_seconds", "(0\\.0*)?[1-9].*");
        awaitStatus("parked", "DOWN");
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }

    private String parked(String what) {
        return rows().of("select " + what + "::text from parked").getFirst() + "\\.0";
    }

    private static void awaitMetric(String name, String value) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(metrics()).containsPattern("(?m)^" + name + " " + value + "$"));
    }

    private static void awaitStatus(String check, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(well().getString("checks.find { it.name == '" + check + "' }.status"))
                        .isEqualTo(status));
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private static JsonPath well() {
        return given().get("/q/health/well").jsonPath();
    }
}
