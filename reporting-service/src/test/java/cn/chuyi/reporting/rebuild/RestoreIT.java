package cn.chuyi.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.Unannounced;
import cn.chuyi.reporting.ledger.Sql;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database that is lost costs time and nothing else: no number changes, and nothing is announced twice. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class RestoreIT {
    private static final String ROWS =
            "select stream || ' ' || version || ' ' || id || ' ' || payload || ' ' || chain || ' ' || encode(hash, 'hex')"
                    + " from journal left join journal_link using (position) order by 1";

    @Inject
    DataSource database;

    @Inject
    Beginning beginning;

    @Test
    void the_same_text_and_the_same_announcements_after_the_database_was_deleted() {
        var history = DemoHistory.of("LOST");
        var late = history.school("SECONDARY_VOCATIONAL_SCHOOL", DemoHistory.COUNTY, DemoHistory.COUNTY);
        history.sheet(late, 10, 100, 10, 10, 1);
        Kafka.send(history.entries());
        settle(history);
        var text = canonical();
        var announced = rows(ROWS);
        assertThat(announced)
                .anyMatch(row -> row.contains("score-LOST-2025-430181") && row.contains("digest"))
                .anyMatch(row -> row.contains("score-LOST-2025-430181") && row.contains("proposed"));

        with(sql -> {
            sql.script("drop schema live cascade; truncate journal, journal_link, announced, sealed, proposed");
            return true;
        });
        beginning.start(new StartupEvent());

        assertThat(canonical()).isEqualTo(text);
        assertThat(rows(ROWS)).isEqualTo(announced);
        assertThat(rows("select id::text from journal where position not in (select position from journal_link)"))
                .isEmpty();
    }

    private void settle(History history) {
        given().queryParam("after", history.positions())
                .queryParam("wait", "20s")
                .get("/api/v1/scoreboards/2025/COUNTY?programme=LOST")
                .then()
                .statusCode(200);
        Unannounced.awaitNone(database);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        rows("select id::text from journal where position not in (select position from journal_link)")
                                .isEmpty());
    }

    private static String canonical() {
        return List.of("CITY", "COUNTY").stream()
                .map(level -> given().auth()
                        .oauth2(Tokens.of("office", "430000", "province-office"))
                        .get("/api/v1/scoreboards/2025/{level}/canonical?programme=LOST", level)
                        .then()
                        .statusCode(200)
                        .extract()
                        .body()
                        .asString())
                .collect(Collectors.joining());
    }

    private List<String> rows(String query) {
        return with(sql -> sql.list(query, row -> row.getString(1)));
    }

    private <T> T with(Function<Sql, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
