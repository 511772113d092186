package cn.chuyi.reporting.export;

import static cn.chuyi.reporting.DemoHistory.CITY;
import static cn.chuyi.reporting.DemoHistory.COUNTY;
import static cn.chuyi.reporting.DemoHistory.OTHER_COUNTY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.chuyi.kit.signing.VerificationKey;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.proof.Verification;
import cn.chuyi.reporting.proof.Verification.Verified;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Packages of results that came over real topics verify with the published key, and are for those who see the score. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class ResultIT {
    private static final Map<String, History> THERE = new HashMap<>();

    /** A year on the topics, once. */
    private static History year(String programme) {
        return THERE.computeIfAbsent(programme, name -> {
            var history = DemoHistory.moved(name);
            Kafka.send(history.entries());
            return history;
        });
    }

    private static ValidatableResponse get(RequestSpecification caller, String programme, String path) {
        return caller.queryParam("programme", programme)
                .queryParam("after", year(programme).positions())
                .queryParam("wait", "20s")
                .header("Accept-Language", "en")
                .get("/api/v1/results/2025/" + path)
                .then();
    }

    private static RequestSpecification as(String division, String role) {
        return given().auth().oauth2(Tokens.of("somebody", division, role));
    }

    private static byte[] zip(ValidatableResponse response) {
        return response.statusCode(200)
                .contentType("application/zip")
                .extract()
                .body()
                .asByteArray();
    }

    private static Verified verified(byte[] zip) {
        var published =
                given().get("/.well-known/jwks.json").then().statusCode(200).extract();
        return new Verification(VerificationKey.ofJwks(published.body().asString())).verify(zip);
    }

    private static @Nullable String score(RequestSpecification caller, String unit) {
        return caller.queryParam("programme", "PROVEN")
                .get("/api/v1/scores/2025/" + unit)
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    @Test
    void a_published_result_is_for_everybody_and_verifies_with_the_published_key() {
        var zip = zip(get(given(), "PROVEN", COUNTY + ".zip"));

        var verified = verified(zip);

        assertThat(verified.manifest().edition()).isEqualTo(1);
        assertThat(verified.pinned()).isTrue();
        assertThat(verified.canonical()).startsWith("2025\t" + COUNTY + "\tCOUNTY\t1\t" + score(given(), COUNTY));
        assertThat(zip(get(given(), "PROVEN", COUNTY + ".zip"))).isEqualTo(zip);
        assertThat(zip(get(given().queryParam("edition", 1), "PROVEN", COUNTY + ".zip")))
                .isEqualTo(zip);
    }

    @Test
    void a_provisional_result_verifies_from_the_register_and_is_for_those_who_see_the_score() {
        for (var unit : new String[] {OTHER_COUNTY, "430124", CITY}) {
            var verified = verified(zip(get(as("430000", "province-office"), "PROVEN", unit + ".zip")));
            assertThat(verified.manifest().edition()).isZero();
            var total = score(as("430000", "province-office"), unit);
            assertThat(verified.canonical()).contains("\t0\t" + (total == null ? "-" : total) + "\t");
        }
        get(given(), "PROVEN", OTHER_COUNTY + ".zip").statusCode(404).body("code", equalTo("SCORE_NOT_PUBLISHED"));
        get(as(COUNTY, "county-filler"), "PROVEN", OTHER_COUNTY + ".zip").statusCode(403);
        zip(get(as(OTHER_COUNTY, "county-filler"), "PROVEN", OTHER_COUNTY + ".zip"));
    }

    @Test
    void a_board_has_the_units_that_the_caller_sees() {
        var office = verified(zip(get(as("430000", "province-office"), "PROVEN", "COUNTY/board.zip")));
        var anybody = verified(zip(get(given(), "PROVEN", "COUNTY/board.zip")));

        assertThat(office.manifest().scope()).isEqualTo("complete");
        assertThat(office.canonical())
                .isEqualTo(as("430000", "province-office")
                        .queryParam("programme", "PROVEN")
                        .get("/api/v1/scoreboards/2025/COUNTY/canonical")
                        .body()
                        .asString());
        assertThat(anybody.manifest().scope()).isEqualTo("visible");
        assertThat(anybody.canonical().lines().filter(line -> line.startsWith("2025")))
                .hasSize(1);
    }

    @Test
    void results_as_of_an_instant_verify_and_are_those_that_stood_then() {
        var published = instant("result-published");
        var times = List.of(
                published.minusSeconds(1),
                published,
                instant("division-recoded").minusSeconds(1));
        for (var asOf : times) {
            var verified = verified(zip(get(asOf(asOf), "PROVEN", "COUNTY/board.zip")));
            assertThat(verified.manifest().asOf()).isEqualTo(asOf);
            assertThat(verified.canonical())
                    .isNotEmpty()
                    .isEqualTo(asOf(asOf)
                            .queryParam("programme", "PROVEN")
                            .get("/api/v1/scoreboards/2025/COUNTY/canonical")
                            .asString());
            assertThat(verified(zip(get(asOf(asOf), "PROVEN", CITY + ".zip"))).canonical())
                    .isEqualTo(asOf(asOf)
                            .queryParam("programme", "PROVEN")
                            .get("/api/v1/scoreboards/2025/CITY/canonical")
                            .asString());
        }
        get(asOf(times.getFirst()).queryParam("edition", 1), "PROVEN", COUNTY + ".zip")
                .statusCode(404)
                .body("code", equalTo("EDITION_UNKNOWN"));
        get(given().queryParam("asOf", times.getFirst().toString()), "PROVEN", COUNTY + ".zip")
                .statusCode(404)
                .body("code", equalTo("SCORE_NOT_PUBLISHED"));
        get(given().queryParam("asOf", "yesterday"), "PROVEN", COUNTY + ".zip")
                .statusCode(400)
                .body("code", equalTo("PARAMETER_MALFORMED"));
        get(given().queryParam("edition", "first"), "PROVEN", COUNTY + ".zip")
                .statusCode(400)
                .body("code", equalTo("PARAMETER_MALFORMED"), "errors.pointer", contains("edition"));
        given().get("/api/v1/scores?year=2025&level=TOWN")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_MALFORMED"), "errors.pointer", contains("level"));
        given().get("/api/v1/scores?year=2025&programme=2025&level=2025")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_MALFORMED"), "errors.pointer", contains("level"));
        given().get("/api/v1/scores/next/431023").then().statusCode(404).body("code", equalTo("HTTP_404"));
    }

    private static Instant instant(String type) {
        return year("PROVEN").entries().stream()
                .filter(entry -> entry.type().endsWith(type + ".v1"))
                .findFirst()
                .orElseThrow()
                .time();
    }

    private static RequestSpecification asOf(Instant instant) {
        return as("430000", "province-office").queryParam("asOf", instant.toString());
    }

    @Test
    void an_edition_that_never_was_and_an_unknown_unit_are_not_found() {
        get(given().queryParam("edition", 7), "PROVEN", COUNTY + ".zip")
                .statusCode(404)
                .body("code", equalTo("EDITION_UNKNOWN"));
        get(given(), "PROVEN", "999999.zip").statusCode(404).body("code", equalTo("SCORE_UNKNOWN"));
    }

    @Test
    void events_that_are_not_chained_prove_nothing_and_the_answer_says_so() {
        var history = DemoHistory.of("LOOSE");
        Kafka.send(history.entries().stream()
                .map(entry -> entry.topic().equals(History.ASSESSMENT) ? entry.unchained() : entry)
                .toList());
        THERE.put("LOOSE", history);

        get(given(), "LOOSE", COUNTY + ".zip")
                .statusCode(409)
                .body("code", equalTo("RESULT_NOT_PROVABLE"))
                .body("detail", containsString("their places in the journals' hash chains (link 1 of "));
        given().get("/api/v1/results/2025/" + COUNTY + ".zip?programme=LOOSE")
                .then()
                .statusCode(409)
                .body("detail", equalTo("该结果无法从主题中的事件复算，不符之处：事件在日志哈希链中的位置（详见服务日志）。"));
    }
}
