package cn.chuyi.reporting.board;

import static cn.chuyi.reporting.DemoHistory.CITY;
import static cn.chuyi.reporting.DemoHistory.COUNTY;
import static cn.chuyi.reporting.DemoHistory.OTHER_COUNTY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.score.CanonicalText;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a reader asks: as of when, why, how fresh, and what anyone may check. */
@QuarkusTest
@WithTestResource(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingIT {
    private static final History HISTORY = DemoHistory.of("READ");

    private boolean there;

    @BeforeEach
    void a_year_is_there() {
        if (there) {
            return;
        }
        there = true;
        var base = HISTORY.project("T4.1", "TRAINING_BASE", COUNTY, "nobody");
        HISTORY.project(base, "project-listed", Map.of("project", base, "batch", "1", "effectiveOn", "2023-01-01"))
                .project(base, "project-accepted", Map.of("project", base, "effectiveOn", "2024-06-01"))
                .registry(
                        "programme-READ",
                        "programme-adopted",
                        Map.of(
                                "programme", "READ",
                                "name", Map.of("zh", "行动", "en", "Programme"),
                                "from", "2022-04-01",
                                "to", "2025-12-31"))
                .registry(
                        "programme-READ",
                        "task-added",
                        Map.of(
                                "programme", "READ",
                                "task", "T4.1",
                                "name", Map.of("zh", "实训基地", "en", "Training bases"),
                                "scope", "PROVINCE_QUOTA",
                                "unit", "个",
                                "projectKinds", List.of("TRAINING_BASE")))
                .registry(
                        "programme-READ",
                        "target-adopted",
                        Map.of("programme", "READ", "task", "T4.1", "claim", 1, "value", "4", "reason", "公报"));
        Kafka.send(HISTORY.entries());
        asked(office())
                .queryParam("after", HISTORY.positions())
                .queryParam("wait", "20s")
                .get("/api/v1/scoreboards/2025/COUNTY")
                .then()
                .statusCode(200)
                .body("units", hasSize(2));
    }

    @Test
    void a_division_has_the_name_that_was_recorded_and_in_force() {
        var history = new History("NAMED");
        history.division("439200", "CITY", "430000")
                .division("439221", "COUNTY", "439200")
                .catalogue("COUNTY")
                .openCycle()
                .registry(
                        "division-439281",
                        "division-recoded",
                        Map.of(
                                "code", "439281",
                                "name", "新市",
                                "level", "COUNTY",
                                "parent", "439200",
                                "predecessor", "439221",
                                "effectiveOn", "2026-03-01"))
                .openCase("439281", "COUNTY", "439200")
                .registry(
                        "division-439281",
                        "division-renamed",
                        Map.of("code", "439281", "name", "更新市", "effectiveOn", "2026-03-01"));
        Kafka.send(history.entries());
        var renamed = history.last().time();
        var names = Map.of(
                renamed.toString(),
                "区划439221",
                "2026-02-28T23:59:59+08:00",
                "区划439221",
                "2026-03-01T00:00:00+08:00",
                "更新市");
        names.forEach((asOf, name) -> {
            for (var path : List.of("scoreboards/2025/COUNTY", "scores/2025/439281")) {
                office().queryParam("programme", "NAMED")
                        .queryParam("after", history.positions())
                        .queryParam("wait", "20s")
                        .queryParam("asOf", asOf)
                        .get("/api/v1/" + path)
                        .then()
                        .statusCode(200)
                        .body(path.startsWith("scores/") ? "unit.name" : "units[0].name", equalTo(name));
            }
        });
    }

    @Test
    void a_score_as_of_an_instant_is_what_was_recorded_by_then() {
        var entries = HISTORY.entries();
        var verified = entries.stream()
                .filter(entry ->
                        entry.stream().endsWith(OTHER_COUNTY) && entry.type().contains("indicator-verified"))
                .findFirst()
                .orElseThrow();
        asked(office())
                .queryParam("asOf", verified.time().minusMillis(1).toString())
                .get("/api/v1/scores/2025/{unit}", OTHER_COUNTY)
                .then()
                .statusCode(200)
                .body("items.find { it.indicator == 'K-G2' }.state", equalTo("REPORTED"))
                .body("items.find { it.indicator == 'K-G2' }.value", equalTo("95.5"));
        for (var level : List.of("CITY", "COUNTY")) {
            var path = "/api/v1/scoreboards/2025/" + level + "/canonical";
            assertThat(asked(office())
                            .queryParam("asOf", "2030-01-01T00:00:00Z")
                            .get(path)
                            .asString())
                    .isNotEmpty()
                    .isEqualTo(asked(office()).get(path).asString());
        }
        asked(office())
                .queryParam("asOf", "2020-01-01T00:00:00Z")
                .get("/api/v1/scores/2025/{unit}", COUNTY)
                .then()
                .statusCode(404)
                .body("code", equalTo("YEAR_UNKNOWN"));
    }

    @Test
    void a_board_of_a_year_that_is_not_known_or_was_not_yet_is_as_unknown_as_its_scores() {
        for (var path :
                List.of("scoreboards/{year}/COUNTY", "scoreboards/{year}/COUNTY/canonical", "scores/{year}/430181")) {
            asked(office()).get("/api/v1/" + path, 1999).then().statusCode(404).body("code", equalTo("YEAR_UNKNOWN"));
            asked(office())
                    .queryParam("asOf", "2020-01-01T00:00:00Z")
                    .get("/api/v1/" + path, 2025)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("YEAR_UNKNOWN"));
        }
    }

    @Test
    void a_value_that_cannot_be_read_is_said_in_both_languages_and_in_either_alone() {
        var history = new History("UNREAD")
                .division("439600", "CITY", "430000")
                .division("439621", "COUNTY", "439600")
                .catalogue("COUNTY")
                .openCycle()
                .openCase("439621", "COUNTY", "439600")
                .verified("439621", "K-A1", "Z");
        Kafka.send(history.entries());
        var path = "/api/v1/scores/2025/439621";
        office().queryParam("programme", "UNREAD")
                .queryParam("after", history.positions())
                .queryParam("wait", "20s")
                .get(path)
                .then()
                .statusCode(200)
                .body("grade", equalTo("INVALID_INPUT"))
                .body("problem.zh", equalTo("K-A1：没有此等次字母：Z"))
                .body("problem.en", equalTo("K-A1: unknown grade letter: Z"));
        office().queryParam("programme", "UNREAD")
                .get(path + "/explanation")
                .then()
                .body("sentence.zh", equalTo("输入无法识别：K-A1：没有此等次字母：Z。"))
                .body("sentence.en", equalTo("An input cannot be read: K-A1: unknown grade letter: Z."));
    }

    @Test
    void the_leaves_of_an_explanation_add_up_to_the_score() {
        for (var unit : List.of(CITY, COUNTY, OTHER_COUNTY)) {
            var answer = asked(office())
                    .get("/api/v1/scores/2025/{unit}/explanation", unit)
                    .then()
                    .statusCode(200);
            var json = answer.extract().jsonPath();
            var points = json.getList("items.points", String.class).stream()
                    .filter(each -> each != null)
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var weight = new BigDecimal(json.getString("applicableWeight"));
            assertThat(points.multiply(BigDecimal.valueOf(100)).divide(weight, 6, RoundingMode.HALF_UP))
                    .as(unit)
                    .isEqualByComparingTo(json.getString("base"));
            answer.body(
                    "items.findAll { it.state == 'VERIFIED' || it.state == 'REPORTED' }.events.size()",
                    not(hasItem(0)));
        }
        asked(office())
                .get("/api/v1/scores/2025/{unit}/explanation", COUNTY)
                .then()
                .body("findings.rule", equalTo(List.of("D1")))
                .body("items.find { it.indicator == 'K-A1' }.events.value", equalTo(List.of("A", "B")))
                .body(
                        "items.events.flatten().findAll { it.topic == 'chuyi.assessment.v1' }.actor",
                        everyItem(equalTo("somebody")));
    }

    @Test
    void the_etag_of_the_canonical_text_is_its_digest() {
        var answer = asked(office())
                .get("/api/v1/scoreboards/2025/COUNTY/canonical")
                .then()
                .statusCode(200);
        var tag = answer.extract().header("ETag");
        assertThat(tag).isEqualTo("\"" + CanonicalText.sha256(answer.extract().asString()) + "\"");
        assertThat(answer.extract().contentType()).isEqualToIgnoringCase("text/plain;charset=utf-8");
        asked(office())
                .header("If-None-Match", tag)
                .get("/api/v1/scoreboards/2025/COUNTY/canonical")
                .then()
                .statusCode(304);
        asked(given())
                .get("/api/v1/scoreboards/2025/COUNTY/canonical")
                .then()
                .header("X-Canonical-Scope", "visible")
                .body(matchesPattern("(?s)2025\t430181\tCOUNTY\t1\t.*"));
    }

    @Test
    void lists_come_in_pages_and_by_city() {
        var first = asked(office())
                .queryParam("limit", 2)
                .get("/api/v1/scores?year=2025")
                .then()
                .statusCode(200);
        first.body("items.unit.code", equalTo(List.of(CITY, OTHER_COUNTY)));
        asked(office())
                .queryParam("limit", 2)
                .queryParam("cursor", first.extract().<String>path("next"))
                .get("/api/v1/scores?year=2025")
                .then()
                .body("items.unit.code", equalTo(List.of(COUNTY)));
        asked(office())
                .get("/api/v1/scores?year=2025&level=COUNTY&city={city}", CITY)
                .then()
                .body("items", hasSize(2))
                .body("items[0].city.name", equalTo("区划" + CITY));
        asked(given()).get("/api/v1/scores?year=2025").then().body("items.unit.code", equalTo(List.of(COUNTY)));
    }

    @Test
    void what_is_not_folded_is_said_so() {
        asked(office())
                .queryParam("after", "case-READ-2025-430181@9999")
                .queryParam("wait", "0.1s")
                .get("/api/v1/scores/2025/430181")
                .then()
                .statusCode(400);
        asked(office())
                .queryParam("after", "case-READ-2025-430181@9999")
                .queryParam("wait", "PT0.1S")
                .get("/api/v1/scores/2025/430181")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("NOT_FOLDED_YET"));
    }

    @Test
    void a_task_shows_what_is_built_of_its_target() {
        given().get("/api/v1/programmes/READ/progress")
                .then()
                .statusCode(200)
                .body("tasks[0].target", equalTo("4"))
                .body("tasks[0].listed", equalTo(1))
                .body("tasks[0].built", equalTo(1))
                .body("tasks[0].percent", equalTo("25.000000"))
                .body("tasks[0].byCity[0].city", equalTo(CITY))
                .body("tasks[0].pace", equalTo("BEHIND"))
                .body("expectedPercent.toDouble()", closeTo(100, 0.1));
        given().queryParam("asOf", "2025-12-01T00:00:00+08:00")
                .get("/api/v1/programmes/READ/progress")
                .then()
                .statusCode(404);
        given().get("/api/v1/programmes/NONE/progress").then().statusCode(404);
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Tokens.of("office", "430000", "province-office"));
    }

    private static RequestSpecification asked(RequestSpecification caller) {
        return caller.queryParam("programme", "READ");
    }
}
