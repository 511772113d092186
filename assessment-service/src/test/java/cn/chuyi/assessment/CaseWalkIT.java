package cn.chuyi.assessment;

import static cn.chuyi.assessment.Desk.CHAIR;
import static cn.chuyi.assessment.Desk.CITY_OFFICE;
import static cn.chuyi.assessment.Desk.COUNTY;
import static cn.chuyi.assessment.Desk.INSPECTOR;
import static cn.chuyi.assessment.Desk.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case from its notice to its published result, through the real service, database and broker. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class CaseWalkIT {
    private static final int YEAR = 2025;

    @Test
    void a_county_walks_from_the_notice_to_its_published_result() {
        Year year = Year.open(YEAR);
        String id = year.of("430181");
        String thing = "cases/" + id;
        collect(thing);

        COUNTY.put(thing, "/indicators", year.values()).then().statusCode(200).body("recorded", greaterThan(10));
        COUNTY.step(id, "submission").body("status", equalTo("SELF_SUBMITTED"));
        CITY_OFFICE.step(id, "return").body("status", equalTo("RETURNED"));
        COUNTY.step(id, "submission");
        CITY_OFFICE.step(id, "city-review").body("status", equalTo("CITY_REVIEW"));
        CITY_OFFICE.put(thing, "/verifications", year.verifications()).then().statusCode(200);
        CITY_OFFICE.step(id, "city-score");
        OFFICE.step(id, "document-review");
        OFFICE.put(thing, "/verifications", Map.of("acceptCollected", true))
                .then()
                .statusCode(200)
                .body("recorded", equalTo(2));
        OFFICE.post(thing + "/findings", Map.of("rule", "B1", "reason", "全国典型案例"))
                .then()
                .statusCode(200);
        OFFICE.step(id, "onsite");
        INSPECTOR.step(id, "onsite-completion");
        for (String step :
                List.of("preliminary-score", "preliminary-opinion", "opinion", "acceptance", "result-proposal")) {
            OFFICE.step(id, step);
        }
        CHAIR.step(id, "publicity");
        OFFICE.step(id, "finalisation");
        CHAIR.step(id, "publication").body("status", equalTo("PUBLISHED"));

        OFFICE.get(thing)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("PUBLISHED"))
                .body("indicators", hasSize(19))
                .body("indicators.find { it.code == 'K-C3' }.verified.origin", equalTo("COLLECTED"))
                .body("indicators.find { it.code == 'K-C3' }.verified.collectedFrom.version", equalTo(1))
                .body("indicators.find { it.code == 'K-C2' }.state", equalTo("NOT_APPLICABLE"))
                .body("findings.rule", hasItem("B1"))
                .body("actions", hasSize(0));
        COUNTY.get(thing).then().statusCode(200).body("findings.rule", hasItem("B1"));
        OFFICE.get(year.path("/cases?status=PUBLISHED")).then().statusCode(200).body("items.unit", hasItems("430181"));
    }

    /** One collected value and one measure that does not apply, and waits until they are read. */
    private static void collect(String thing) {
        try (var upstream = new Upstream()) {
            upstream.collected(YEAR, "430181", 1, "K-C3", "condition-score", "92.500000");
            upstream.notApplicable(YEAR, "430181", 2, "K-C2", "milestone");
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                OFFICE.get(thing).jsonPath().getString("indicators.find { it.code == 'K-C2' }.state"))
                        .isEqualTo("NOT_APPLICABLE"));
    }
}
