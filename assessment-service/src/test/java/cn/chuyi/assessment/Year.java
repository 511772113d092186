package cn.chuyi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cycle of its own for a test: divisions known, catalogues frozen, units listed, windows of no length, notice issued.
 *
 * @param county the catalogue of its counties
 */
public record Year(int year, JsonNode county) {
    public static final List<String> UNITS = List.of("430100", "430181", "430182", "430200", "430211");

    private static final Map<Integer, Year> OPENED = new ConcurrentHashMap<>();

    /** The cycle of a year, opened by the first test that asks. */
    public static Year once(int year) {
        return OPENED.computeIfAbsent(year, Year::open);
    }

    public static Year open(int year) {
        var opened = new Year(year, Catalogues.county(year));
        opened.freeze();
        Desk.OFFICE
                .post("cycles", Map.of("programme", "CHUYI-2022", "year", year, "demo", true))
                .then()
                .statusCode(201);
        divisions();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Desk.OFFICE
                                .post(opened.path("/units"), Map.of("codes", UNITS))
                                .statusCode()
                        == 200);
        for (String window : List.of("defence-window", "review-window", "publicity-window")) {
            Desk.OFFICE
                    .put(opened.path(""), "/deadlines/" + window, Map.of("amount", 0, "unit", "D", "legalBasis", "演示"))
                    .then()
                    .statusCode(200);
        }
        Desk.OFFICE
                .post(opened.path("/notice"), Map.of("document", "演示通知", "effectiveOn", "2026-03-31"))
                .then()
                .statusCode(200);
        return opened;
    }

    /** Registers them once more if need be: the same facts again are nothing new. */
    public static void divisions() {
        try (var upstream = new Upstream()) {
            upstream.division("430100", "长沙市", "CITY", "430000");
            upstream.division("430181", "浏阳市", "COUNTY", "430100");
            upstream.division("430182", "宁乡市", "COUNTY", "430100");
            upstream.division("430200", "株洲市", "CITY", "430000");
            upstream.division("430211", "天元区", "COUNTY", "430200");
        }
    }

    private void freeze() {
        for (var catalogue : List.of(Catalogues.city(year), county)) {
            Desk.OFFICE.post("catalogues", catalogue).then().statusCode(201);
            Desk.OFFICE
                    .post(
                            "catalogues/CHUYI-2022-" + year + "-"
                                    + catalogue.path("level").asText() + "/freeze",
                            null)
                    .then()
                    .statusCode(200);
        }
    }

    public String path(String below) {
        return "cycles/CHUYI-2022-" + year + below;
    }

    /** Id of a unit's case. */
    public String of(String unit) {
        return "CHUYI-2022-" + year + "-" + unit;
    }

    /** Every value that a county reports, as the body of a bulk report. */
    public Map<String, Object> values() {
        var values = new ArrayList<Map<String, Object>>();
        for (String code : Catalogues.reported(county)) {
            values.add(Map.of("indicator", code, "value", Catalogues.value(county, code), "evidence", List.of()));
        }
        return Map.of("values", values);
    }

    /** The same values, as the body of a bulk verification. */
    public Map<String, Object> verifications() {
        var values = new ArrayList<Map<String, Object>>();
        for (String code : Catalogues.reported(county)) {
            values.add(Map.of("indicator", code, "value", Catalogues.value(county, code)));
        }
        return Map.of("verifications", values);
    }

    /** Where the case stands. */
    public String status(String unit) {
        return Desk.OFFICE
                .get("cases/" + of(unit))
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    /** Checks that a case has not moved, nor got a fact. */
    public void unchanged(String unit, String etag) {
        assertThat(Desk.OFFICE.get("cases/" + of(unit)).header("ETag")).isEqualTo(etag);
    }
}
