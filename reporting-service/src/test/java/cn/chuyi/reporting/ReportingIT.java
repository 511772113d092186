package cn.chuyi.reporting;

import static cn.chuyi.reporting.DemoHistory.CITY;
import static cn.chuyi.reporting.DemoHistory.COUNTY;
import static cn.chuyi.reporting.DemoHistory.OTHER_COUNTY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scores over real topics: what a bureau reports is in its score, once, whatever happens on the way. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class ReportingIT {

    private static RequestSpecification office() {
        return given().auth().oauth2(Tokens.of("office", "430000", "province-office"));
    }

    private static String board(String programme, String level) {
        return office().queryParam("programme", programme)
                .get("/api/v1/scoreboards/2025/{level}/canonical", level)
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString();
    }

    private static ValidatableResponse score(RequestSpecification caller, History history, String unit) {
        return caller.queryParam("programme", history.cycle().replace("-2025", ""))
                .queryParam("after", history.positions())
                .queryParam("wait", "20s")
                .get("/api/v1/scores/2025/{unit}", unit)
                .then();
    }

    @Test
    void a_report_is_in_the_score_and_explained_down_to_its_event() {
        var history = DemoHistory.of("WALK");
        Kafka.send(history.entries());
        score(office(), history, OTHER_COUNTY)
                .statusCode(200)
                .body("provisional", equalTo(true))
                .body("items.find { it.indicator == 'K-G2' }.state", equalTo("VERIFIED"))
                .body("items.find { it.indicator == 'K-G2' }.value", equalTo("90"))
                .body("items.find { it.indicator == 'K-D1' }.value", equalTo("100.000000"))
                .body("incomplete", equalTo(false));
        score(office(), history, CITY)
                .statusCode(200)
                .body("items.find { it.indicator == 'C-C3' }.value", equalTo("50.000000"))
                .body("items.find { it.indicator == 'C-E1' }.value", equalTo("66.666667"))
                .body("items.find { it.indicator == 'C-F3' }.value", equalTo("25.000000"));
        office().queryParam("programme", "WALK")
                .get("/api/v1/scores/2025/{unit}/explanation", OTHER_COUNTY)
                .then()
                .statusCode(200)
                .body("items.find { it.indicator == 'K-G2' }.events", hasSize(2))
                .body("items.find { it.indicator == 'K-D1' }.events.type.unique()", hasSize(3))
                .body("items.find { it.indicator == 'K-D1' }.evidence", hasSize(1));
    }

    @Test
    void a_published_result_is_everybodys_and_stays_what_it_was() {
        var history = DemoHistory.of("OPEN");
        Kafka.send(history.entries());
        score(given(), history, COUNTY)
                .statusCode(200)
                .body("edition", equalTo(1))
                .body("items.find { it.indicator == 'K-A1' }.value", equalTo("B"))
                .body("items.find { it.indicator == 'K-E1' }.state", equalTo("MISSING"))
                .body("rank", equalTo(1));
        score(given(), history, OTHER_COUNTY).statusCode(404).body("code", equalTo("SCORE_NOT_PUBLISHED"));
        score(given().auth().oauth2(Tokens.of("a", COUNTY, "county-filler")), history, OTHER_COUNTY)
                .statusCode(403);
        score(given().auth().oauth2(Tokens.of("b", OTHER_COUNTY, "county-filler")), history, OTHER_COUNTY)
                .statusCode(200)
                .body("rank", nullValue());
        score(given().auth().oauth2(Tokens.of("c", CITY, "city-office")), history, OTHER_COUNTY)
                .statusCode(200);
        given().queryParam("programme", "OPEN")
                .get("/api/v1/scoreboards/2025/COUNTY")
                .then()
                .body("units.code", equalTo(List.of(COUNTY)));
        given().queryParam("programme", "OPEN")
                .get("/api/v1/scores/2025/{unit}/editions", COUNTY)
                .then()
                .statusCode(200)
                .body("[0].edition", equalTo(1));
    }

    @Test
    void order_between_streams_and_repeats_change_nothing() {
        var first = DemoHistory.of("FIRST");
        Kafka.send(first.entries());
        score(office(), first, CITY).statusCode(200);
        var second = DemoHistory.of("SECOND");
        Kafka.send(Shuffle.doubled(Shuffle.interleaved(second.entries(), new Random(7)), new Random(7)));
        score(office(), second, CITY).statusCode(200);
        assertThat(board("SECOND", "COUNTY")).isNotEmpty().isEqualTo(board("FIRST", "COUNTY"));
        assertThat(board("SECOND", "CITY")).isNotEmpty().isEqualTo(board("FIRST", "CITY"));
    }

    @Test
    void a_broken_record_is_parked_and_its_score_says_so_while_the_others_flow() {
        var history = DemoHistory.of("BROKEN");
        var entries = new ArrayList<>(history.entries());
        history.reported(OTHER_COUNTY, "K-A2", "A").reported(OTHER_COUNTY, "K-A3", "A");
        var late = history.entries().subList(entries.size(), history.entries().size());
        history.reported(COUNTY, "K-B1", "3");
        var unknown = history.last().unknown();
        entries.add(late.get(0).broken());
        entries.add(late.get(1));
        entries.add(unknown);
        Kafka.send(entries);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> office().queryParam("programme", "BROKEN")
                        .get("/api/v1/scores/2025/{unit}", OTHER_COUNTY)
                        .then()
                        .statusCode(200)
                        .body("incomplete", equalTo(true))
                        .body("incompleteReasons", hasSize(2))
                        .body("items.find { it.indicator == 'K-A3' }.state", equalTo("MISSING"))
                        .body("items.find { it.indicator == 'K-G2' }.value", equalTo("90")));
        office().queryParam("programme", "BROKEN")
                .queryParam("after", unknown.token())
                .queryParam("wait", "10")
                .get("/api/v1/scores/2025/{unit}", COUNTY)
                .then()
                .statusCode(200)
                .body("incomplete", equalTo(false));
    }

    @Test
    void a_rebuild_equals_what_is_live_and_takes_its_place() {
        var history = DemoHistory.of("AGAIN");
        Kafka.send(history.entries());
        score(office(), history, CITY).statusCode(200);
        var before = board("AGAIN", "COUNTY") + board("AGAIN", "CITY");
        for (var dryRun : List.of(true, false)) {
            var id = office().queryParam("dryRun", dryRun)
                    .post("/api/v1/rebuilds")
                    .then()
                    .statusCode(202)
                    .extract()
                    .<String>path("id");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> office().get("/api/v1/rebuilds/{id}", id)
                            .then()
                            .statusCode(200)
                            .body("state", equalTo("DONE"))
                            .body("differences", hasSize(0)));
        }
        assertThat(board("AGAIN", "COUNTY") + board("AGAIN", "CITY")).isEqualTo(before);
        history.reported(OTHER_COUNTY, "K-A3", "A");
        Kafka.send(List.of(history.last()));
        score(office(), history, OTHER_COUNTY)
                .statusCode(200)
                .body("items.find { it.indicator == 'K-A3' }.value", equalTo("A"));
    }
}
