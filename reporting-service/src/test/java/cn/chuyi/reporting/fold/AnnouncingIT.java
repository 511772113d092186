package cn.chuyi.reporting.fold;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.Unannounced;
import cn.chuyi.reporting.fold.ReportingFact.MeasureChanged;
import cn.chuyi.reporting.fold.ReportingFact.ScoreSealed;
import cn.chuyi.reporting.ledger.Sql;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found in some time is announced together, once, and by whoever is there. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class AnnouncingIT {
    private static final String CITY = "439700";
    private static final String COUNTY = "439721";

    @Inject
    DataSource database;

    @Inject
    Scheduler scheduler;

    @Inject
    Announcing announcing;

    @BeforeEach
    void announceWhenAsked() {
        Unannounced.awaitNone(database);
        scheduler.pause("announcing");
    }

    @AfterEach
    void announceByTheClock() {
        scheduler.resume("announcing");
    }

    @Test
    void of_a_measure_that_changes_three_times_only_the_last_value_is_announced() {
        var history = opened("TWICE");
        announcing.look();
        assertThat(values(history)).containsExactly("0");

        close(history, school(history));
        var school = school(history);
        assertThat(values(history)).containsExactly("0");
        announcing.look();
        assertThat(values(history)).containsExactly("0", "1");
        assertThat(Unannounced.count(database)).isZero();

        close(history, school);
        announcing.look();
        assertThat(values(history)).containsExactly("0", "1", "0");
    }

    @Test
    void an_edition_is_announced_once_though_it_was_found_before() {
        var history = opened("SEALED");
        history.published(COUNTY);
        folded(history);
        assertThat(sealed(history)).isEmpty();
        announcing.look();
        history.reported(COUNTY, "K-A3", "A");
        folded(history);
        announcing.look();
        assertThat(sealed(history))
                .singleElement()
                .returns(1, ScoreSealed::edition)
                .returns(digest(history), ScoreSealed::digest);
    }

    @Test
    void editions_of_one_moment_are_announced_in_their_order_each_with_what_caused_it() {
        var history = opened("CAUSED");
        history.published(COUNTY)
                .ofCase(
                        COUNTY,
                        "result-restated",
                        Map.of("level", "COUNTY", "edition", 2, "reason", "补登学校", "findings", List.of()));
        folded(history);
        announcing.look();
        assertThat(sealed(history)).extracting(ScoreSealed::edition).containsExactly(1, 2);
        assertThat(causes(history, "score-sealed"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(causes(history, "measure-changed")).isNotEmpty().containsOnlyNulls();
    }

    @Test
    void what_somebody_has_left_who_is_gone_is_looked_at_after_a_while() {
        announcing.look();
        with(sql -> sql.update("insert into unannounced (cycle, unit) values ('GONE-2025', '439721')"));
        for (int looks = 0; Unannounced.count(database) > 0; looks++) {
            assertThat(looks).isLessThan(100);
            announcing.look();
        }
    }

    @Test
    void what_waits_for_more_than_a_minute_shows_in_metrics_and_health() {
        well("UP", 0);
        with(sql -> sql.update(
                "insert into unannounced (cycle, unit, noted_at) values ('LATE-2025', ?, now() - interval '2 minutes')",
                COUNTY));
        well("DOWN", 1);
        while (Unannounced.count(database) > 0) {
            announcing.look();
        }
        well("UP", 0);
    }

    private static void well(String status, int units) {
        var one = "checks.find { it.name == 'announcements' }.";
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            given().get("/q/health/well")
                    .then()
                    .body(one + "status", equalTo(status), one + "data.units", equalTo(units));
            assertThat(given().get("/q/metrics").asString()).contains("\nannouncements_units " + units + ".0\n");
        });
    }

    private History opened(String programme) {
        var history = new History(programme);
        history.division(CITY, "CITY", "430000")
                .division(COUNTY, "COUNTY", CITY)
                .catalogue("CITY")
                .catalogue("COUNTY")
                .openCycle()
                .openCase(CITY, "CITY", "430000")
                .openCase(COUNTY, "COUNTY", CITY);
        folded(history);
        return history;
    }

    private static String school(History history) {
        var school = history.school("SECONDARY_VOCATIONAL_SCHOOL", COUNTY, COUNTY);
        folded(history);
        return school;
    }

    private static void close(History history, String school) {
        history.institution(school, "institution-closed", Map.of("institution", school, "effectiveOn", "2025-06-01"));
        folded(history);
    }

    private static void folded(History history) {
        Kafka.send(history.entries());
        given().auth()
                .oauth2(Tokens.of("office", "430000", "province-office"))
                .queryParam("programme", programme(history))
                .queryParam("after", history.positions())
                .queryParam("wait", "20s")
                .get("/api/v1/scores/2025/" + COUNTY)
                .then()
                .statusCode(200);
    }

    private static String programme(History history) {
        return history.cycle().replace("-2025", "");
    }

    private List<String> values(History history) {
        return announced(history).stream()
                .filter(MeasureChanged.class::isInstance)
                .map(MeasureChanged.class::cast)
                .filter(fact -> fact.indicator().equals("K-C1"))
                .map(MeasureChanged::value)
                .toList();
    }

    private List<ScoreSealed> sealed(History history) {
        return announced(history).stream()
                .filter(ScoreSealed.class::isInstance)
                .map(ScoreSealed.class::cast)
                .toList();
    }

    private List<ReportingFact> announced(History history) {
        return with(sql -> sql.list(
                "select type, payload from journal where stream = ? order by version",
                row -> ReportingFact.CODEC.decode(row.getString(1), row.getString(2)),
                "score-" + history.cycle() + "-" + COUNTY));
    }

    private List<@Nullable String> causes(History history, String type) {
        return with(sql -> sql.<@Nullable String>list(
                "select causation_id from journal where stream = ? and type like ? order by version",
                row -> row.getString(1),
                "score-" + history.cycle() + "-" + COUNTY,
                "%." + type + ".v1"));
    }

    private String digest(History history) {
        return with(sql -> sql.list(
                        "select digest from edition where cycle = ? and unit = ?",
                        row -> row.getString(1),
                        history.cycle(),
                        COUNTY))
                .getFirst();
    }

    private <T> T with(Function<Sql, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
