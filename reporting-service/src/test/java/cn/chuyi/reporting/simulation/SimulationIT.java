package cn.chuyi.reporting.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoYear;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Other rules tried on the demo year. */
@QuarkusTest
@WithTestResource(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationIT {
    private static final String COUNTIES = "{\"year\": 2025, \"level\": \"COUNTY\"%s}";

    @Inject
    DemoYear year;

    @BeforeAll
    void the_demo_year_is_there() {
        year.install();
    }

    @Test
    void under_the_same_rules_everything_is_as_it_stands() {
        for (var level : List.of("CITY", "COUNTY")) {
            var simulated = simulated("{\"year\": 2025, \"level\": \"" + level + "\"}");
            var board = office().get("/api/v1/scoreboards/2025/" + level).jsonPath();
            var standing = new HashMap<String, Map<String, Object>>();
            board.<Map<String, Object>>getList("units").forEach(unit -> standing.put((String) unit.get("code"), unit));
            assertThat(simulated.getList("units")).hasSize(standing.size()).isNotEmpty();
            for (var unit : simulated.<Map<String, Object>>getList("units")) {
                var stands = Objects.requireNonNull(standing.get((String) unit.get("unit")));
                for (var side : List.of("before", "after")) {
                    var result = part(unit, side);
                    for (var what : List.of("total", "grade", "rank")) {
                        assertThat(result.get(what))
                                .as(unit.get("unit") + " " + side + " " + what)
                                .isEqualTo(stands.get(what));
                    }
                }
            }
            assertThat(simulated.getInt("summary.totalsMoved")).isZero();
            assertThat(simulated.getList("indicators")).isEmpty();
        }
    }

    @Test
    void changed_rules_move_totals_grades_and_ranks_and_say_by_which_indicators() {
        var simulated = simulated(COUNTIES.formatted(
                ", \"changes\": {\"weights\": {\"K-C3\": \"30\"}, \"excludedIndicators\": [\"K-A4\"]}"));
        assertThat(simulated.getString("simulated.origin")).isEqualTo("CHANGED");
        assertThat(simulated.getInt("summary.totalsMoved")).isGreaterThan(20);
        assertThat(simulated.getInt("summary.ranksMoved")).isGreaterThan(20);
        for (var unit : simulated.<Map<String, Object>>getList("units")) {
            var parts = (Map<?, ?>) unit.get("parts");
            if (parts != null) {
                var sum = BigDecimal.ZERO;
                for (var part : List.of("items", "bonus", "deduction", "limits", "rounding")) {
                    sum = sum.add(new BigDecimal((String) parts.get(part)));
                }
                assertThat(sum).isEqualByComparingTo((String) unit.get("totalChange"));
            }
        }
        assertThat(simulated.getString("indicators[0].indicator")).isEqualTo("K-C3");
    }

    @Test
    void an_excluded_unit_has_no_rank_and_the_others_move_up() {
        var first = office().get("/api/v1/scoreboards/2025/COUNTY").jsonPath().getString("units[0].code");
        asked(COUNTIES.formatted(", \"changes\": {\"excludedUnits\": [\"" + first + "\"]}"))
                .statusCode(200)
                .body("units.find { it.unit == '" + first + "' }.after.rank", nullValue())
                .body("units.find { it.unit == '" + first + "' }.excluded", equalTo(true))
                .body("units.findAll { it.rankChange == -1 }.size()", greaterThan(50));
    }

    @Test
    void a_thousand_draws_say_how_firm_ranks_are_and_the_same_seed_says_the_same() {
        var wish = COUNTIES.formatted(", \"stability\": {\"percent\": \"10\", \"draws\": 1000, \"seed\": 5}");
        var simulated = simulated(wish);
        assertThat(simulated.getList("units.stability")).hasSize(122).doesNotContainNull();
        for (var unit : simulated.<Map<String, Object>>getList("units")) {
            var ranks = (Map<?, ?>) part(unit, "stability").get("rank");
            if (ranks != null) {
                assertThat((Integer) ranks.get("best"))
                        .isLessThanOrEqualTo((Integer) ranks.get("p5"))
                        .isPositive();
                assertThat((Integer) ranks.get("p5")).isLessThanOrEqualTo((Integer) ranks.get("p50"));
                assertThat((Integer) ranks.get("p50")).isLessThanOrEqualTo((Integer) ranks.get("p95"));
            }
        }
        assertThat(simulated.<Object>get("units")).isEqualTo(simulated(wish).<Object>get("units"));
    }

    @Test
    void another_catalogue_is_reported_on_over_the_whole_year() throws Exception {
        var content = Files.readString(Path.of("src/test/resources/catalogues/catalogue-2025-county.json"));
        var stricter = content.replace("\"from\": \"90\"", "\"from\": \"95\"");
        asked(COUNTIES.formatted(", \"baseline\": {\"id\": \"CHUYI-2022-2025-COUNTY\", \"revision\": 1},"
                        + " \"catalogue\": {\"content\": " + stricter + "}"))
                .statusCode(200)
                .body("baseline.origin", equalTo("FROZEN"))
                .body("simulated.origin", equalTo("POSTED"))
                .body("baseline.bands[0].from", equalTo("90"))
                .body("simulated.bands[0].from", equalTo("95"))
                .body("simulated.indicators", hasSize(19))
                .body("simulated.indicators.find { it.indicator == 'K-G1' }.rule.full", equalTo("30"))
                .body("summary.totalsMoved", equalTo(0))
                .body("summary.gradesChanged", greaterThan(0));
        asked(COUNTIES.formatted(", \"catalogue\": {\"content\": " + content + "}"))
                .body("summary.gradesChanged", equalTo(0));
    }

    @Test
    void who_may_try_on_some_sees_those_and_no_ranks() {
        var city = given().auth().oauth2(Tokens.of("c", "430100", "city-office"));
        asked(city, COUNTIES.formatted(", \"stability\": {\"percent\": \"5\"}"))
                .statusCode(200)
                .body("units", hasSize(9))
                .body("units.unit", everyItem(startsWith("4301")))
                .body("units.before.rank.findAll { it != null }", hasSize(0))
                .body("units.stability.rank.findAll { it != null }", hasSize(0))
                .body("units.stability.gradeKept", everyItem(notNullValue()));
        var county = given().auth().oauth2(Tokens.of("k", "430181", "county-filler"));
        asked(county, COUNTIES.formatted("")).statusCode(200).body("units.unit", equalTo(List.of("430181")));
        asked(given().auth().oauth2(Tokens.of("p", "430000", "province-chair")), COUNTIES.formatted(""))
                .statusCode(403);
        asked(given(), COUNTIES.formatted("")).statusCode(401);
    }

    @Test
    void what_cannot_be_simulated_is_refused_with_what_to_do() {
        refused("{\"year\": 1999, \"level\": \"COUNTY\"}", 404, "YEAR_UNKNOWN");
        refused("{\"level\": \"COUNTY\"}", 400, null);
        refused(COUNTIES.formatted(", \"wieghts\": {}"), 400, null);
        refused(COUNTIES.formatted(", \"changes\": {\"excludedUnits\": [\"999999\"]}"), 422, "UNIT_UNKNOWN");
        refused(COUNTIES.formatted(", \"changes\": {\"weights\": {\"K-A1\": \"-1\"}}"), 422, "NUMBER_OUT_OF_RANGE");
        refused(COUNTIES.formatted(", \"stability\": {\"percent\": \"51\"}"), 422, "NUMBER_OUT_OF_RANGE");
        refused(
                COUNTIES.formatted(", \"stability\": {\"percent\": \"5\", \"draws\": 10001}"),
                422,
                "NUMBER_OUT_OF_RANGE");
        refused(COUNTIES.formatted(", \"stability\": {}"), 400, null);
        refused(COUNTIES.formatted(", \"catalogue\": {}"), 422, "CATALOGUE_UNUSABLE");
        refused(COUNTIES.formatted(", \"catalogue\": {\"content\": null}"), 422, "CATALOGUE_UNUSABLE");
        refused(COUNTIES.formatted(", \"catalogue\": {\"content\": {}}"), 422, "CATALOGUE_UNUSABLE");
        asked(COUNTIES.formatted(", \"catalogue\": {\"content\": {\"revision\": \"x\"}}"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/catalogue/content/revision"))
                .body("detail", not(containsString("Cannot")));
        refused(COUNTIES.formatted(", \"catalogue\": {\"id\": \"CHUYI-2022-2025-CITY\"}"), 422, "CATALOGUE_UNUSABLE");
        refused(
                COUNTIES.formatted(", \"baseline\": {\"id\": \"CHUYI-2022-2025-COUNTY\", \"revision\": 9}"),
                422,
                "CATALOGUE_UNUSABLE");
    }

    private static Map<?, ?> part(Map<?, ?> whole, String name) {
        return Objects.requireNonNull((Map<?, ?>) whole.get(name));
    }

    private static void refused(String wish, int status, @Nullable String code) {
        asked(wish)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", code == null ? not(nullValue()) : equalTo(code));
    }

    private static JsonPath simulated(String wish) {
        return asked(wish).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse asked(String wish) {
        return asked(office(), wish);
    }

    private static ValidatableResponse asked(RequestSpecification caller, String wish) {
        return caller.contentType("application/json")
                .body(wish)
                .post("/api/v1/simulations")
                .then();
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Tokens.of("office", "430000", "province-office"));
    }
}
