package cn.chuyi.assessment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cycles and catalogues there are, for anybody, page by page. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class ListsIT {
    private static final int RUNNING = 2041;
    private static final int DRAFTED = 2042;

    @BeforeEach
    void a_year_runs_and_another_has_but_a_draft() {
        Year.once(RUNNING);
        Desk.OFFICE.post("catalogues", Catalogues.county(DRAFTED)).then().statusCode(201);
    }

    @Test
    void cycles_are_listed_with_how_far_they_are() {
        list("cycles?year=" + RUNNING)
                .body("items.id", contains("CHUYI-2022-" + RUNNING))
                .body("items[0].status", equalTo("RUNNING"))
                .body("items[0].units", equalTo(Year.UNITS.size()))
                .body("items[0].referenceDate", equalTo(RUNNING + "-12-31"))
                .body("items[0].noticeOn", equalTo("2026-03-31"))
                .body("items[0].demo", equalTo(true))
                .body("next", nullValue());
        list("cycles?status=RUNNING&programme=CHUYI-2022&year=" + RUNNING).body("items", hasSize(1));
        list("cycles?status=PUBLISHED&year=" + RUNNING).body("items", hasSize(0));
        list("cycles?programme=NO-SUCH").body("items", hasSize(0));
        list("cycles?year=" + DRAFTED).body("items", hasSize(0));
    }

    @Test
    void catalogues_are_listed_with_what_is_frozen() {
        list("catalogues?year=" + RUNNING)
                .body("items.id", contains("CHUYI-2022-" + RUNNING + "-CITY", "CHUYI-2022-" + RUNNING + "-COUNTY"))
                .body("items[0].status", equalTo("FROZEN"))
                .body("items[0].revision", equalTo(1))
                .body("items[0].sha256", matchesPattern("[0-9a-f]{64}"));
        list("catalogues?level=COUNTY&status=DRAFT&year=" + DRAFTED)
                .body("items.id", contains("CHUYI-2022-" + DRAFTED + "-COUNTY"))
                .body("items[0].sha256", nullValue());
        list("catalogues?status=FROZEN&year=" + DRAFTED).body("items", hasSize(0));
    }

    @Test
    void a_page_leads_to_the_next_and_the_last_to_none() {
        String next = list("catalogues?limit=1&year=" + RUNNING)
                .header("Link", containsString("rel=\"next\""))
                .body("items.level", contains("CITY"))
                .extract()
                .path("next");
        list("catalogues?limit=1&year=" + RUNNING + "&cursor=" + next)
                .body("items.level", contains("COUNTY"))
                .body("next", nullValue());
        given().get("/api/v1/cycles?limit=0").then().statusCode(400).body("code", equalTo("LIMIT_OUT_OF_RANGE"));
        given().get("/api/v1/cycles?cursor=*").then().statusCode(400).body("code", equalTo("CURSOR_MALFORMED"));
    }

    private static ValidatableResponse list(String path) {
        return given().get("/api/v1/" + path).then().statusCode(200);
    }
}
