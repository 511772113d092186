package cn.chuyi.reporting.board;

import static cn.chuyi.reporting.DemoHistory.CITY;
import static cn.chuyi.reporting.DemoHistory.COUNTY;
import static cn.chuyi.reporting.DemoHistory.OTHER_COUNTY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every result that a unit ever had, beside what each instant says by itself. */
@QuarkusTest
@WithTestResource(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreHistoryIT {
    private static final String SCORE = "/api/v1/scores/2025/{unit}";
    private static final String RECODED = "430124";

    private final History history = DemoHistory.moved("HISTORY");
    private boolean there;

    @BeforeEach
    void a_year_with_publications_corrections_and_moved_borders() {
        if (there) {
            return;
        }
        there = true;
        history.ofCase(
                COUNTY,
                "result-restated",
                Map.of("level", "COUNTY", "edition", 2, "reason", "核定值更正", "findings", List.of()));
        history.reported(CITY, "C-A1", "B");
        Kafka.send(history.entries());
        asked(office())
                .queryParam("after", history.positions())
                .queryParam("wait", "30s")
                .get(SCORE, CITY)
                .then()
                .statusCode(200);
    }

    @Test
    void at_every_instant_the_history_says_what_the_score_as_of_it_says() {
        for (var unit : List.of(CITY, COUNTY, OTHER_COUNTY, RECODED)) {
            var told = digests(unit);
            assertThat(told).as(unit).hasSizeGreaterThan(2);
            for (var entry : history.entries()) {
                var asOf = asked(office())
                        .queryParam("asOf", entry.time().toString())
                        .get(SCORE, unit);
                var at = told.floorEntry(entry.time());
                assertThat(digest(asOf))
                        .as("%s as of %s, %s", unit, entry.time(), entry.type())
                        .isEqualTo(at == null ? null : at.getValue());
            }
            assertThat(digest(asked(office()).get(SCORE, unit)))
                    .isEqualTo(told.lastEntry().getValue());
        }
    }

    @Test
    void each_entry_says_what_moved_and_adds_up() {
        for (var unit : List.of(CITY, COUNTY, OTHER_COUNTY, RECODED)) {
            var json = told(office(), unit).then().statusCode(200).extract().jsonPath();
            int entries = json.getList("items").size();
            assertThat(json.getList("items.events")).as(unit).hasSize(entries).doesNotContain(List.of());
            for (int i = 0; i < entries; i++) {
                addsUp(json, i);
            }
        }
    }

    private static void addsUp(JsonPath json, int i) {
        var parts = "items[" + i + "].parts";
        if (json.get(parts) == null) {
            return;
        }
        assertThat(number(json, i, "result.total").subtract(number(json, i - 1, "result.total")))
                .isEqualByComparingTo(new BigDecimal(json.getString(parts + ".total")));
        assertThat(json.getList("items[" + i + "].moved.contribution", String.class).stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(new BigDecimal(json.getString(parts + ".items")));
    }

    private static BigDecimal number(JsonPath json, int entry, String name) {
        return new BigDecimal(json.getString("items[" + entry + "]." + name));
    }

    @Test
    void a_verification_is_told_with_its_indicator_and_its_event() {
        told(office(), OTHER_COUNTY)
                .then()
                .body(
                        "items.find { it.events.any { it.type.contains('indicator-verified') } }.moved.indicator",
                        hasItem("K-G2"))
                .body(
                        "items.find { it.events.any { it.type.contains('indicator-verified') } }.events[0].value",
                        equalTo("90"))
                .body("items[0].sentence.en", containsString("first time"))
                .body("items[0].parts", nullValue());
    }

    @Test
    void a_school_that_moves_into_a_county_moves_it() {
        told(office(), OTHER_COUNTY)
                .then()
                .body("items.events.flatten().type", hasItem("chuyi.registry.institution-relocated.v1"));
    }

    @Test
    void everybody_is_told_what_was_published_and_nothing_before_it() {
        told(given(), COUNTY)
                .then()
                .statusCode(200)
                .body("items.result.edition", equalTo(List.of(1, 2)))
                .body("items[0].parts", nullValue())
                .body("items[0].moved", empty())
                .body("items[0].sentence.en", startsWith("Recorded: total"))
                .body("items[1].events.reason.zh", hasItem("核定值更正"))
                .body("items.result.provisional", everyItem(equalTo(false)));
        told(given(), OTHER_COUNTY).then().statusCode(404).body("code", equalTo("SCORE_NOT_PUBLISHED"));
        told(given().auth().oauth2(Tokens.of("x", COUNTY, "county-filler")), OTHER_COUNTY)
                .then()
                .statusCode(403);
    }

    @Test
    void it_ends_where_it_is_asked_to() {
        var all = new ArrayList<>(digests(COUNTY).entrySet());
        var third = all.get(2);
        asked(office())
                .queryParam("asOf", third.getKey().toString())
                .get(SCORE + "/history", COUNTY)
                .then()
                .statusCode(200)
                .body(
                        "items.digest",
                        equalTo(all.subList(0, 3).stream()
                                .map(Map.Entry::getValue)
                                .toList()));
        asked(office())
                .queryParam("asOf", history.entries().getFirst().time().toString())
                .get(SCORE + "/history", COUNTY)
                .then()
                .statusCode(404)
                .body("code", equalTo("YEAR_UNKNOWN"));
    }

    @Test
    void page_after_page_is_the_whole() {
        var whole = told(office(), CITY).jsonPath();
        var found = new ArrayList<String>();
        String next = null;
        do {
            var page = page(next);
            found.addAll(page.getList("items.recorded"));
            next = page.getString("next");
        } while (next != null);
        assertThat(found).isEqualTo(whole.getList("items.recorded"));
    }

    private JsonPath page(@Nullable String cursor) {
        var asked = asked(office()).queryParam("limit", 3);
        return (cursor == null ? asked : asked.queryParam("cursor", cursor))
                .get(SCORE + "/history", CITY)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** By the instant from which on they stood. */
    private TreeMap<Instant, String> digests(String unit) {
        var json = told(office(), unit).jsonPath();
        var digests = new TreeMap<Instant, String>();
        for (int i = 0; i < json.getList("items").size(); i++) {
            digests.put(
                    Instant.parse(json.getString("items[" + i + "].recorded")),
                    json.getString("items[" + i + "].digest"));
        }
        return digests;
    }

    private static @Nullable String digest(Response answer) {
        return answer.statusCode() == 404 ? null : answer.jsonPath().getString("digest");
    }

    private static Response told(RequestSpecification caller, String unit) {
        return asked(caller).queryParam("limit", 500).get(SCORE + "/history", unit);
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Tokens.of("office", "430000", "province-office"));
    }

    private static RequestSpecification asked(RequestSpecification caller) {
        return caller.queryParam("programme", "HISTORY");
    }
}
