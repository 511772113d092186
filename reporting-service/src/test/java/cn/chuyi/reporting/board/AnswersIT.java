package cn.chuyi.reporting.board;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.board.Prints.Question;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Level;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An answer that is given again must be the one that would be made now. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class AnswersIT {
    private static final String CITY = "439400";
    private static final String COUNTY = "439421";
    private static final String RIVAL = "439422";
    private static final Asked ASKED = new Asked(2025, "ANSWERED", null);
    private static final Asked MENDED = new Asked(2025, "MENDED", null);

    private final History history = new History("ANSWERED");

    @Inject
    DataSource database;

    @Inject
    Answers answers;

    @Inject
    Prints prints;

    @Inject
    Sight sight;

    @Test
    void whatever_a_score_or_a_board_shows_is_in_its_fingerprint() throws JsonProcessingException {
        history.division(CITY, "CITY", "430000")
                .division(COUNTY, "COUNTY", CITY)
                .division(RIVAL, "COUNTY", CITY)
                .catalogue("COUNTY")
                .openCycle()
                .openCase(COUNTY, "COUNTY", CITY)
                .openCase(RIVAL, "COUNTY", CITY)
                .verified(COUNTY, "K-A1", "B")
                .verified(RIVAL, "K-A1", "C");
        frozenAgain(catalogue -> catalogue.put("minimumApplicableWeight", "0"));
        Kafka.send(history.entries());
        shows("rank", equalTo(1));

        changes(history.verified(RIVAL, "K-A1", "A"), "rank", equalTo(2));
        changes(renamed(COUNTY, "新名县"), "unit.name", equalTo("新名县"));
        changes(renamed(CITY, "新名市"), "city.name", equalTo("新名市"));
        changes(history.published(COUNTY), "edition", equalTo(1));
        var scoreBefore = scorePrint();
        Kafka.send(List.of(frozenAgain(AnswersIT::rename).last()));
        shows("items.find { it.indicator == 'K-A1' }.name.en", equalTo("another name"));
        assertThat(scorePrint()).isNotEqualTo(scoreBefore);
    }

    @Test
    void a_rebuild_that_mends_nothing_leaves_a_fingerprint_and_one_that_mends_something_does_not() throws SQLException {
        var mended = new History("MENDED")
                .division(CITY, "CITY", "430000")
                .division(COUNTY, "COUNTY", CITY)
                .catalogue("COUNTY")
                .openCycle()
                .openCase(COUNTY, "COUNTY", CITY)
                .verified(COUNTY, "K-A1", "B");
        Kafka.send(mended.entries());
        given().auth()
                .oauth2(Tokens.of("office", "430000", "province-office"))
                .queryParam("programme", "MENDED")
                .queryParam("after", mended.positions())
                .queryParam("wait", "20s")
                .get("/api/v1/scores/2025/{unit}", COUNTY)
                .then()
                .statusCode(200);
        rebuilt();
        var score = scorePrint(MENDED);
        var board = boardPrint(MENDED);
        var mark = mark();

        rebuilt();
        assertThat(scorePrint(MENDED)).isEqualTo(score);
        assertThat(boardPrint(MENDED)).isEqualTo(board);
        assertThat(mark()).isEqualTo(mark);

        for (var edit : List.of(
                "update division set name = name || '?' where code = '" + COUNTY + "'",
                "update unit set demo = not demo where cycle = 'MENDED-2025'",
                "update score set total = 1 where cycle = 'MENDED-2025'",
                "delete from page where stream = 'catalogue-MENDED-2025-COUNTY'")) {
            var before = mark();
            change(edit);
            rebuilt();
            assertThat(mark()).as(edit).isNotEqualTo(before);
            assertThat(boardPrint(MENDED)).as(edit).isEqualTo(board);
        }

        change("update score set body = set_byte(body, length(body) - 1, 255 - get_byte(body, length(body) - 1))"
                + " where cycle = 'MENDED-2025'");
        assertThat(scorePrint(MENDED)).isNotEqualTo(score);
        assertThat(boardPrint(MENDED)).isNotEqualTo(board);
        rebuilt();
        assertThat(scorePrint(MENDED)).isEqualTo(score);
        assertThat(boardPrint(MENDED)).isEqualTo(board);
    }

    /** While it is the same, fingerprints that are known are not looked up again. */
    private String mark() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Sql(connection)
                    .list("select id::text from mark", row -> row.getString(1))
                    .getFirst();
        }
    }

    /** One rebuild, from here to its end. */
    private static void rebuilt() {
        var started = await().atMost(Duration.ofSeconds(30))
                .until(() -> admin().post("/api/v1/rebuilds"), answer -> answer.statusCode() == 202)
                .path("id");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        admin().get("/api/v1/rebuilds/{id}", started).then().body("state", equalTo("DONE")));
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("operator", "430000", "admin"));
    }

    @Test
    void a_fingerprint_holds_until_something_is_folded() throws SQLException {
        var marked = new History("MARKED").openCycle().openCase("439431", "COUNTY", CITY);
        Kafka.send(marked.entries());
        given().queryParam("programme", "MARKED")
                .queryParam("after", marked.positions())
                .queryParam("wait", "20s")
                .get("/api/v1/scoreboards/2025/COUNTY")
                .then()
                .statusCode(200);
        var board = new Question.OfBoard(new Asked(2025, "MARKED", null), Level.COUNTY);

        change("create table kept as table parked; delete from parked");
        try {
            var before = prints.now(board);
            change("update unit set demo = not demo where cycle = 'MARKED-2025'");
            assertThat(prints.now(board)).isNotNull().isSameAs(before);

            change("update mark set id = gen_random_uuid()");
            assertThat(prints.now(board)).isNotNull().isNotEqualTo(before);
        } finally {
            change("insert into parked overriding system value table kept; drop table kept");
        }
    }

    @Test
    @ActivateRequestContext
    void who_has_waited_is_shown_what_anybody_is_shown() {
        var awaited = new History("AWAITED")
                .division(CITY, "CITY", "430000")
                .division("439441", "COUNTY", CITY)
                .division("439442", "COUNTY", CITY)
                .catalogue("COUNTY")
                .openCycle()
                .openCase("439441", "COUNTY", CITY)
                .openCase("439442", "COUNTY", CITY)
                .verified("439441", "K-A1", "B")
                .published("439441");
        Kafka.send(awaited.entries());
        given().queryParam("programme", "AWAITED")
                .queryParam("after", awaited.positions())
                .queryParam("wait", "20s")
                .get("/api/v1/scores/2025/439441")
                .then()
                .statusCode(200);

        var asked = new Asked(2025, "AWAITED", null);
        nothingParked(sql -> {
            var cycle = new Boards(sql).require(asked);
            for (var unit : List.of("439441", "439442")) {
                var shown = new Showcase(sql, cycle, sight).one(new Boards(sql).unit(cycle, unit, null), null);
                assertThat(new Newest(sql, sight.everything()).of(asked, unit)).isEqualTo(shown);
            }
            assertThat(new Newest(sql, true).of(asked, "439499")).as("unknown").isNull();
            return "";
        });
    }

    @Test
    void without_any_difference_of_rows_an_answer_is_made_once() {
        var made = new AtomicInteger();

        assertThat(answer("one", made)).isEqualTo("1");
        assertThat(answer("one", made)).isEqualTo("1");
        assertThat(answer("other", made)).isEqualTo("2");
        assertThat(answer(null, made)).isEqualTo("3");
        assertThat(answer(null, made)).isEqualTo("4");
    }

    @Test
    void what_was_asked_for_longest_ago_is_forgotten_first() {
        var made = new AtomicInteger();
        answer("kept", made);
        for (int i = 0; i < 50; i++) {
            var large = "large " + i;
            answers.of(() -> large, _ -> large, _ -> "x".repeat(200_000));
            assertThat(answer("kept", made)).isEqualTo("1");
        }
        answers.of(() -> "large 0", _ -> "large 0", _ -> made.incrementAndGet());
        assertThat(made).hasValue(2);
    }

    private String answer(@Nullable String fingerprint, AtomicInteger made) {
        var print = fingerprint == null ? null : "AnswersIT " + made.hashCode() + fingerprint;
        return new String(answers.of(() -> print, _ -> print, _ -> made.incrementAndGet()), UTF_8);
    }

    private void changes(History after, String path, Matcher<?> expected) {
        var score = scorePrint();
        var board = boardPrint();
        Kafka.send(List.of(after.last()));
        shows(path, expected);
        assertThat(scorePrint()).as(path).isNotEqualTo(score);
        assertThat(boardPrint()).as(path).isNotEqualTo(board);
    }

    private void shows(String path, Matcher<?> expected) {
        given().auth()
                .oauth2(Tokens.of("office", "430000", "province-office"))
                .queryParam("programme", "ANSWERED")
                .queryParam("after", history.positions())
                .queryParam("wait", "20s")
                .get("/api/v1/scores/2025/{unit}", COUNTY)
                .then()
                .statusCode(200)
                .body(path, expected);
    }

    private History renamed(String code, String name) {
        return history.registry(
                "division-" + code,
                "division-renamed",
                Map.of("code", code, "name", name, "effectiveOn", "2025-01-01"));
    }

    private History frozenAgain(Consumer<Map<String, Object>> change) throws JsonProcessingException {
        var last = history.entries().stream()
                .filter(entry -> entry.type().endsWith("catalogue-frozen.v1"))
                .reduce((_, later) -> later)
                .orElseThrow();
        var frozen = Json.mapper().readValue(last.json(), new TypeReference<Map<String, Object>>() {});
        frozen.put("revision", last.version() + 1);
        change.accept(object(frozen.get("content")));
        return history.assessment(last.stream(), "catalogue-frozen", frozen);
    }

    private static void rename(Map<String, Object> catalogue) {
        ((List<?>) Objects.requireNonNull(catalogue.get("indicators")))
                .stream()
                        .map(AnswersIT::object)
                        .filter(indicator -> "K-A1".equals(indicator.get("code")))
                        .forEach(indicator -> indicator.put("name", Map.of("zh", "另一名称", "en", "another name")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object json) {
        return (Map<String, Object>) Objects.requireNonNull(json);
    }

    private String scorePrint() {
        return scorePrint(ASKED);
    }

    private String scorePrint(Asked asked) {
        return nothingParked(sql -> Objects.requireNonNull(new Fingerprints(sql).score(asked, COUNTY, true))
                .sha256());
    }

    private String boardPrint() {
        return boardPrint(ASKED);
    }

    private String boardPrint(Asked asked) {
        return nothingParked(sql -> Objects.requireNonNull(new Fingerprints(sql).board(asked, Level.COUNTY))
                .sha256());
    }

    private void change(String script) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new Sql(connection).script(script);
        }
    }

    /** As it is where no other test has left a record parked. */
    private String nothingParked(Function<Sql, String> reading) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var sql = new Sql(connection);
            sql.script("delete from parked");
            var found = reading.apply(sql);
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
