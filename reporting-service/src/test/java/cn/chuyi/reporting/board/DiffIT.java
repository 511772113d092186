package cn.chuyi.reporting.board;

import static cn.chuyi.reporting.DemoHistory.CITY;
import static cn.chuyi.reporting.DemoHistory.COUNTY;
import static cn.chuyi.reporting.DemoHistory.OTHER_COUNTY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What moved a score between two instants, between two editions, and what a corrected register would move. */
@QuarkusTest
@WithTestResource(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiffIT {
    private static final String BASE = "/api/v1/scores/2025/{unit}";

    private final History history = DemoHistory.of("DIFF");

    private Instant restated = Instant.EPOCH;
    private Instant corrected = Instant.EPOCH;
    private boolean there;

    @BeforeEach
    void a_county_is_published_restated_and_its_register_corrected() {
        if (there) {
            return;
        }
        there = true;
        history.ofCase(
                COUNTY,
                "result-restated",
                Map.of("level", "COUNTY", "edition", 2, "reason", "核定值更正", "findings", List.of()));
        restated = history.last().time();
        var school = history.entries().stream()
                .filter(entry -> entry.type().contains("condition-sheet-filed"))
                .findFirst()
                .orElseThrow()
                .stream()
                .replace("institution-", "");
        history.sheet(school, 5, 2000, 100, 60, 12);
        corrected = history.last().time();
        Kafka.send(history.entries());
        asked(office())
                .queryParam("after", history.positions())
                .queryParam("wait", "30s")
                .get("/api/v1/scoreboards/2025/COUNTY")
                .then()
                .statusCode(200);
    }

    @Test
    void a_verification_moves_its_indicator_and_everything_adds_up() {
        var verified = time(
                entry -> entry.stream().endsWith(OTHER_COUNTY) && entry.type().contains("indicator-verified"));
        var answer = diff(office(), OTHER_COUNTY, verified.minusMillis(1), verified)
                .statusCode(200)
                .body("items.find { it.indicator == 'K-G2' }.before.state", equalTo("REPORTED"))
                .body("items.find { it.indicator == 'K-G2' }.after.state", equalTo("VERIFIED"))
                .body(
                        "items.find { it.indicator == 'K-G2' }.events.type",
                        hasItem(containsString("indicator-verified")))
                .body("items.find { it.indicator == 'K-A1' }.after.value", equalTo("A"))
                .body(
                        "items.find { it.indicator == 'K-A1' }.events.type",
                        hasItem(containsString("indicator-verified")));
        addsUp(answer);
        answer.body(
                        "sentence.zh",
                        matchesPattern("总分 [0-9.]+ → [0-9.]+（[+−][0-9.]+）：指标 [+−][0-9.]+(，舍入 [+−][0-9.]+)?。"))
                .body("sentence.en", startsWith("Total "));
        diff(office(), OTHER_COUNTY, verified, verified)
                .body("sentence.zh", endsWith("，没有变化。"))
                .body("sentence.en", endsWith(", unchanged."));
    }

    @Test
    void a_corrected_sheet_moves_what_is_not_published() {
        var answer = diff(office(), CITY, corrected.minusMillis(1), corrected).statusCode(200);
        for (var indicator : List.of("C-C5", "C-F1")) {
            var item = "items.find { it.indicator == '" + indicator + "' }.";
            answer.body(item + "events.type", equalTo(List.of("chuyi.registry.condition-sheet-filed.v1")));
            var json = answer.extract().jsonPath();
            assertThat(new BigDecimal(json.getString(item + "after.value")))
                    .as(indicator)
                    .isLessThan(new BigDecimal(json.getString(item + "before.value")));
        }
        diff(office(), COUNTY, corrected.minusMillis(1), corrected)
                .statusCode(200)
                .body("items", hasSize(0))
                .body("after.edition", equalTo(2));
    }

    @Test
    void between_any_two_instants_every_unit_adds_up() {
        var times = history.entries().stream().map(History.Entry::time).toList();
        for (var unit : List.of(CITY, COUNTY, OTHER_COUNTY)) {
            for (int i = times.size() - 26; i < times.size(); i += 4) {
                addsUp(diff(office(), unit, times.get(i), times.getLast()).statusCode(200));
            }
        }
    }

    @Test
    void instants_that_make_no_sense_are_refused() {
        asked(office()).get(BASE + "/diff", COUNTY).then().statusCode(400).body("code", equalTo("PARAMETER_MISSING"));
        diff(office(), COUNTY, corrected, restated).statusCode(400).body("code", equalTo("PARAMETER_ORDER"));
        asked(office())
                .queryParam("from", "yesterday")
                .get(BASE + "/diff", COUNTY)
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_MALFORMED"));
        diff(office(), COUNTY, Instant.parse("2020-01-01T00:00:00Z"), corrected)
                .statusCode(404)
                .body("code", equalTo("YEAR_UNKNOWN"), "detail", containsString("2020-01-01T00:00:00Z"));
        diff(office(), "999999", restated, corrected).statusCode(404).body("code", equalTo("SCORE_UNKNOWN"));
    }

    @Test
    void what_was_not_published_at_one_of_the_instants_is_not_for_everybody() {
        var published = time(entry -> entry.type().contains("result-published"));
        diff(given(), COUNTY, published.minusMillis(1), restated).statusCode(404);
        diff(given(), COUNTY, published, restated).statusCode(200).body("before.rank", equalTo(1));
        diff(
                        given().auth().oauth2(Tokens.of("x", OTHER_COUNTY, "county-filler")),
                        COUNTY,
                        published.minusMillis(1),
                        restated)
                .statusCode(403);
    }

    @Test
    void an_edition_says_why_it_is_there_and_what_it_changed() {
        asked(given())
                .get(BASE + "/editions", COUNTY)
                .then()
                .statusCode(200)
                .body("edition", equalTo(List.of(1, 2)))
                .body("[0].reason", nullValue())
                .body("[1].reason", equalTo("核定值更正"));
        asked(given())
                .get(BASE + "/editions/1", COUNTY)
                .then()
                .statusCode(200)
                .body("items.find { it.indicator == 'K-A1' }.value", equalTo("B"));
        var answer = asked(given())
                .get(BASE + "/editions/2/diff", COUNTY)
                .then()
                .statusCode(200)
                .body("against", equalTo(1))
                .body("reason", equalTo("核定值更正"))
                .body("items.indicator", hasItem("K-A1"))
                .body("items.find { it.indicator == 'K-A1' }.after.value", equalTo("D"))
                .body("items.find { it.indicator == 'K-A1' }.events", hasSize(1));
        addsUp(answer);
        asked(given())
                .get(BASE + "/editions/1/diff", COUNTY)
                .then()
                .statusCode(200)
                .body("before", nullValue())
                .body("ranksMoved[0].unit.code", equalTo(COUNTY))
                .body("ranksMoved[0].after", equalTo(1));
        asked(given())
                .get(BASE + "/editions/3", COUNTY)
                .then()
                .statusCode(404)
                .body("code", equalTo("EDITION_UNKNOWN"));
        asked(given())
                .queryParam("asOf", restated.minusMillis(1).toString())
                .get(BASE + "/editions", COUNTY)
                .then()
                .body("edition", equalTo(List.of(1)));
    }

    private void addsUp(ValidatableResponse answer) {
        var json = answer.extract().jsonPath();
        if (json.get("parts") == null) {
            return;
        }
        var contributions = json.getList("items.contribution", String.class).stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(contributions).isEqualByComparingTo(json.getString("parts.items"));
        var sum = List.of("items", "bonus", "deduction", "limits", "rounding").stream()
                .map(part -> new BigDecimal(json.getString("parts." + part)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(new BigDecimal(json.getString("after.total"))
                        .subtract(new BigDecimal(json.getString("before.total"))));
        assertThat(json.getList("items.events")).doesNotContain(List.of());
    }

    private Instant time(Predicate<History.Entry> which) {
        return history.entries().stream()
                .filter(which)
                .findFirst()
                .orElseThrow()
                .time();
    }

    private static ValidatableResponse diff(RequestSpecification caller, String unit, Instant from, Instant to) {
        return asked(caller)
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get(BASE + "/diff", unit)
                .then();
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Tokens.of("office", "430000", "province-office"));
    }

    private static RequestSpecification asked(RequestSpecification caller) {
        return caller.queryParam("programme", "DIFF");
    }
}
