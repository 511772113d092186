package cn.chuyi.assessment;

import static cn.chuyi.assessment.Desk.CHAIR;
import static cn.chuyi.assessment.Desk.CITY_OFFICE;
import static cn.chuyi.assessment.Desk.COUNTY;
import static cn.chuyi.assessment.Desk.OFFICE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service says no to: always as problem+json with what to do now, and never with half of it written. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class RefusalsIT {
    private static final Desk OTHER_COUNTY = new Desk("county-filler-430182", "430182", List.of("county-filler"));
    private Year year = new Year(2030, Catalogues.county(2030));

    @BeforeEach
    void open() {
        year = Year.once(2030);
    }

    @Test
    void a_value_of_the_wrong_form_is_refused_with_its_place_and_nothing_of_the_request_is_written() {
        String thing = "cases/" + year.of("430181");
        String etag = OFFICE.get(thing).header("ETag");

        var letter = Map.of("values", List.of(value("K-A2", "A"), value("K-A1", "E")));
        problem(COUNTY.putAt(etag, thing + "/indicators", letter), 422, "VALUE_INVALID", "/values/1/value");
        problem(
                COUNTY.putAt(etag, thing + "/indicators/K-G1", Map.of("value", "many")),
                422,
                "VALUE_INVALID",
                "/value");
        problem(
                COUNTY.post(thing + "/indicators/K-C2/dispute", Map.of("reason", "已竣工", "claimedValue", "FINISHED")),
                422,
                "VALUE_INVALID",
                "/claimedValue");
        problem(
                COUNTY.putAt(etag, thing + "/indicators/K-C3", Map.of("value", "90")),
                422,
                "NOT_FOR_REPORTING",
                "/indicator");
        year.unchanged("430181", etag);
    }

    @Test
    void a_foreign_unit_is_not_touched_and_not_read() {
        String thing = "cases/" + year.of("430181");
        String etag = OFFICE.get(thing).header("ETag");

        problem(OTHER_COUNTY.putAt(etag, thing + "/indicators/K-A1", Map.of("value", "A")), 403, "FOREIGN_UNIT", null);
        problem(OTHER_COUNTY.get(thing), 403, "FOREIGN_UNIT", null);
        problem(new Desk("co-2", "430200", List.of("city-office")).get(thing), 403, "FOREIGN_UNIT", null);
        problem(Desk.CITY.get(thing), 403, "FOREIGN_UNIT", null);
        year.unchanged("430181", etag);
    }

    @Test
    void a_stale_version_a_missing_one_and_a_strange_one_are_told_apart() {
        String thing = "cases/" + year.of("430181");

        problem(COUNTY.putAt("\"1\"", thing + "/indicators/K-A1", Map.of("value", "A")), 412, "STALE_VERSION", null);
        problem(COUNTY.putAt("", thing + "/indicators/K-A1", Map.of("value", "A")), 428, "IF_MATCH_REQUIRED", null);
        problem(COUNTY.putAt("abc", thing + "/indicators/K-A1", Map.of("value", "A")), 400, "IF_MATCH_MALFORMED", null);
    }

    @Test
    void a_token_for_another_system_and_no_token_are_not_accepted() {
        String path = "/api/v1/cases/" + year.of("430181");

        given().auth()
                .oauth2(Tokens.otherAudience("county-filler-430181", "430181", "county-filler"))
                .get(path)
                .then()
                .statusCode(401);
        given().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void a_guard_says_what_is_missing() {
        problem(
                        COUNTY.post("cases/" + year.of("430181") + "/submission", Map.of()),
                        409,
                        "INDICATORS_NOT_REPORTED",
                        null)
                .then()
                .body("detail", org.hamcrest.Matchers.containsString("K-A1"));
    }

    @Test
    void a_step_that_does_not_lead_on_from_here_says_which_do() {
        problem(OFFICE.post("cases/" + year.of("430182") + "/publicity", Map.of()), 403, "FORBIDDEN", null);
        problem(CHAIR.post("cases/" + year.of("430182") + "/publicity", Map.of()), 409, "STEP_NOT_FROM_HERE", null);
        problem(OFFICE.post("cases/" + year.of("430182") + "/siesta", Map.of()), 404, "STEP_UNKNOWN", null);
        problem(OFFICE.post("cases/" + year.of("430182") + "/self-assessment", Map.of()), 404, "STEP_UNKNOWN", null);
    }

    @Test
    void whoever_proposed_a_result_does_not_approve_it() {
        String id = year.of("430211");
        String thing = "cases/" + id;
        var county = new Desk("cf-430211", "430211", List.of("county-filler"));
        var city = new Desk("co-430200", "430200", List.of("city-office"));
        var both = new Desk("both", "430000", List.of("province-office", "province-chair"));
        county.put(thing, "/indicators", year.values()).then().statusCode(200);
        county.step(id, "submission");
        city.step(id, "city-review");
        city.put(thing, "/verifications", year.verifications()).then().statusCode(200);
        city.step(id, "city-score");
        for (String step : List.of(
                "document-review",
                "onsite-waiver",
                "preliminary-score",
                "preliminary-opinion",
                "opinion",
                "acceptance")) {
            OFFICE.step(id, step);
        }
        both.step(id, "result-proposal");

        problem(both.post(thing + "/publicity", Map.of()), 403, "PROPOSER_IS_NOT_APPROVER", null);
        CHAIR.get(thing).then().body("actions.action", hasItem("open-publicity"));
        both.get(thing)
                .then()
                .body("actions.find { it.action == 'open-publicity' }.guard.code", equalTo("PROPOSER_IS_NOT_APPROVER"));
        CHAIR.step(id, "publicity");
        OFFICE.step(id, "finalisation");
        problem(both.post(thing + "/publication", Map.of()), 403, "PROPOSER_IS_NOT_APPROVER", null);
        CHAIR.step(id, "publication");
    }

    @Test
    void a_unit_sees_what_it_can_do_and_not_what_the_review_thinks() {
        COUNTY.get("cases/" + year.of("430181"))
                .then()
                .statusCode(200)
                .body("actions.action", hasItems("report", "dispute", "attach-evidence", "submit"))
                .body("actions.find { it.action == 'submit' }.until", equalTo("2026-05-15"))
                .body("actions.find { it.action == 'submit' }.legalBasis.zh", notNullValue())
                .body("actions.find { it.action == 'submit' }.guard.code", equalTo("INDICATORS_NOT_REPORTED"))
                .body("overdue", equalTo(true));
        CITY_OFFICE.get("cases/" + year.of("430181")).then().statusCode(200).body("actions", hasSize(0));
    }

    @Test
    void a_list_shows_what_the_caller_reaches_page_by_page() {
        OFFICE.get(year.path("/cases?limit=2"))
                .then()
                .statusCode(200)
                .body("items.unit", equalTo(List.of("430100", "430181")))
                .body("next", notNullValue())
                .header("Link", org.hamcrest.Matchers.containsString("rel=\"next\""));
        CITY_OFFICE.get(year.path("/cases")).then().body("items.unit", equalTo(List.of("430100", "430181", "430182")));
        COUNTY.get(year.path("/cases")).then().body("items.unit", equalTo(List.of("430181")));
        OFFICE.get(year.path("/cases?overdue=true&city=430100&level=COUNTY"))
                .then()
                .body("items.unit", equalTo(List.of("430181", "430182")));
        OFFICE.get(year.path("/cases?overdue=false")).then().statusCode(200);
        OFFICE.get(year.path("/cases?status=ACCEPTED")).then().body("items", hasSize(0));
        problem(OFFICE.get(year.path("/cases?city=maybe&overdue=maybe")), 400, "PARAMETER_MALFORMED", "overdue");
    }

    @Test
    void evidence_is_kept_once_by_its_digest_and_given_back_to_be_saved() {
        String thing = "cases/" + year.of("430182");
        byte[] pdf = "%PDF-1.7 演示".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String sha256 = upload(thing, pdf, "application/pdf")
                .then()
                .statusCode(201)
                .extract()
                .path("sha256");
        upload(thing, pdf, "application/pdf").then().statusCode(201).body("sha256", equalTo(sha256));

        OTHER_COUNTY.get(thing).then().body("evidence", hasSize(1)).body("evidence[0].name", equalTo("a.pdf"));
        var file = OTHER_COUNTY.get(thing + "/evidence/" + sha256);
        file.then().statusCode(200).header("Content-Disposition", startsWith("attachment"));
        assertThat(file.asByteArray()).isEqualTo(pdf);
        problem(upload(thing, pdf, "text/html"), 415, "EVIDENCE_TYPE_UNKNOWN", "/file");
        problem(COUNTY.get(thing + "/evidence/" + sha256), 403, "FOREIGN_UNIT", null);
    }

    @Test
    void the_same_key_gives_the_first_answer_again_and_another_body_is_refused() {
        String path = "/api/v1/cases/" + year.of("430182") + "/indicators/K-E3/dispute";
        for (int i = 0; i < 2; i++) {
            keyed(path, "未参加").then().statusCode(200).body("recorded", equalTo(1));
        }
        keyed(path, "另一个理由").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void a_frozen_catalogue_and_an_issued_notice_stay_as_they_are() {
        problem(
                OFFICE.post("catalogues", Catalogues.county(2030).put("revision", 2)),
                409,
                "NOTICE_ALREADY_ISSUED",
                null);
        problem(OFFICE.post(year.path("/notice"), Map.of("document", "又一份")), 409, "NOTICE_ALREADY_ISSUED", null);
        problem(OFFICE.post(year.path("/scoring-closure"), null), 409, "CASES_NOT_SCORED", null);
        problem(CHAIR.post(year.path("/publication"), null), 409, "SCORING_NOT_CLOSED", null);
        OFFICE.get(year.path(""))
                .then()
                .statusCode(200)
                .body("status", equalTo("RUNNING"))
                .body("units", equalTo(5));
    }

    @Test
    void a_malformed_catalogue_is_refused_at_its_fault() {
        var broken = Catalogues.county(2031).put("credibilityFloor", "2");
        problem(OFFICE.post("catalogues", broken), 422, "CATALOGUE_MALFORMED", "/credibilityFloor");
        OFFICE.get("catalogues/CHUYI-2022-2031-COUNTY").then().statusCode(404);
        given().get("/api/v1/catalogues/CHUYI-2022-2030-COUNTY")
                .then()
                .statusCode(200)
                .body("status", equalTo("FROZEN"))
                .body("sha256.length()", equalTo(64))
                .body("content.indicators.size()", greaterThan(10))
                .body("code", not(notNullValue()));
    }

    private static Response keyed(String path, String reason) {
        return given().auth()
                .oauth2(OTHER_COUNTY.token())
                .contentType("application/json")
                .header("Idempotency-Key", "one-and-only")
                .body("{\"reason\":\"" + reason + "\"}")
                .post(path);
    }

    private static Response upload(String thing, byte[] content, String type) {
        return given().auth()
                .oauth2(OTHER_COUNTY.token())
                .multiPart("file", "a.pdf", content, type)
                .multiPart("indicator", "K-A1")
                .post("/api/v1/" + thing + "/evidence");
    }

    private static Map<String, String> value(String indicator, String value) {
        return Map.of("indicator", indicator, "value", value);
    }

    private static Response problem(
            Response response, int status, String code, @org.jspecify.annotations.Nullable String pointer) {
        var answer = response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", notNullValue())
                .body("remedy", notNullValue());
        if (pointer != null) {
            answer.body("errors.pointer", hasItem(pointer));
        }
        return response;
    }
}
