package cn.chuyi.reporting.fold;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.Unannounced;
import cn.chuyi.reporting.fold.ReportingFact.RestatementProposalWithdrawn;
import cn.chuyi.reporting.fold.ReportingFact.RestatementProposed;
import cn.chuyi.reporting.ledger.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Readers of the topic learn once that a published result should be restated, and when that is no longer so. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class RestatementIT {
    private static final String REGISTERED = "chuyi.registry.institution-registered.v1";

    private static final Area LATE = new Area("LATE", "4390");
    private static final Area AFTER = new Area("AFTER", "4391");

    @Inject
    DataSource database;

    @Test
    void a_correction_is_proposed_once_for_the_county_and_its_city_and_withdrawn_when_it_is_taken_back() {
        var history = published(LATE);
        assertThat(announced(history, LATE.poor())).isEmpty();
        assertThat(announced(history, LATE.city())).isEmpty();

        var school = history.school("SECONDARY_VOCATIONAL_SCHOOL", LATE.poor(), LATE.poor());
        send(history, 1, LATE.city());
        assertThat(announced(history, LATE.poor()))
                .singleElement()
                .satisfies(fact -> assertCorrected(fact, "K-C1", "0", "1"));
        assertThat(announced(history, LATE.city()))
                .singleElement()
                .satisfies(fact -> assertCorrected(fact, "C-C3", "50.000000", "100.000000"));

        Kafka.send(history.entries());
        rebuild();
        history.reported(LATE.poor(), "K-A3", "A").reported(LATE.city(), "C-A3", "A");
        send(history, 2, LATE.city());
        assertThat(announced(history, LATE.poor())).hasSize(1);
        assertThat(announced(history, LATE.city())).hasSize(1);

        history.institution(school, "institution-closed", Map.of("institution", school, "effectiveOn", "2025-06-01"));
        send(history, 1, LATE.city());
        for (var unit : List.of(LATE.poor(), LATE.city())) {
            assertThat(announced(history, unit))
                    .hasSize(2)
                    .last()
                    .isEqualTo(new RestatementProposalWithdrawn(LATE.programme(), 2025, unit, 1));
            proposals(history, unit).body("items", hasSize(0));
        }
    }

    @Test
    void a_restated_county_needs_no_proposal_and_its_city_still_does() {
        var history = published(AFTER);
        history.school("SECONDARY_VOCATIONAL_SCHOOL", AFTER.poor(), AFTER.poor());
        send(history, 1, AFTER.city());
        proposals(history, AFTER.city())
                .body("items[0].corrections.find { it.indicator == 'C-C3' }.events.type", hasItem(REGISTERED))
                .body(
                        "items[0].corrections.find { it.indicator == 'C-C3' }.copiedFrom",
                        equalTo(copied(history, AFTER.city())));

        history.ofCase(AFTER.poor(), "indicator-verified", copy(history, AFTER.poor(), "K-C1", "1"))
                .ofCase(
                        AFTER.poor(),
                        "result-restated",
                        Map.of("level", "COUNTY", "edition", 2, "reason", "补登学校", "findings", List.of()));
        send(history, 2, AFTER.city());
        proposals(history, AFTER.poor()).body("items.corrections.flatten().indicator", not(hasItem("K-C1")));
        proposals(history, AFTER.city())
                .body(
                        "items[0].corrections.find { it.indicator == 'C-C3' }.events.type",
                        hasItem("chuyi.assessment.result-restated.v1"));
        assertThat(announced(history, AFTER.poor())).hasSize(1);
        assertThat(announced(history, AFTER.city())).hasSize(1);
    }

    private static void assertCorrected(ReportingFact fact, String indicator, String from, String to) {
        var proposal = (RestatementProposed) fact;
        assertThat(proposal.edition()).isEqualTo(1);
        assertThat(proposal.proposed().total())
                .isNotEqualTo(proposal.published().total());
        assertThat(proposal.corrections()).anySatisfy(correction -> {
            assertThat(correction.proposed().indicator()).isEqualTo(indicator);
            assertThat(correction.proposed().value()).isEqualTo(to);
            assertThat(correction.published()).isNotNull().returns(from, item -> item.value());
            assertThat(correction.copiedFrom()).isNotNull();
        });
    }

    /** A city that is nobody else's, as the register is one for all programmes: one of its counties has a school. */
    private record Area(String programme, String prefix) {
        String city() {
            return prefix + "00";
        }

        String rich() {
            return prefix + "01";
        }

        String poor() {
            return prefix + "02";
        }
    }

    /** The poor county and the city are published with what review copied of the measures. */
    private History published(Area area) {
        var city = area.city();
        var poor = area.poor();
        var history = new History(area.programme());
        history.division(city, "CITY", "430000")
                .division(poor, "COUNTY", city)
                .division(area.rich(), "COUNTY", city)
                .catalogue("CITY")
                .catalogue("COUNTY")
                .openCycle()
                .openCase(city, "CITY", "430000")
                .openCase(poor, "COUNTY", city)
                .openCase(area.rich(), "COUNTY", city);
        history.school("SECONDARY_VOCATIONAL_SCHOOL", area.rich(), area.rich());
        send(history, history.entries().size(), city);
        history.ofCase(poor, "indicator-verified", copy(history, poor, "K-C1", "0"))
                .published(poor)
                .ofCase(city, "indicator-verified", copy(history, city, "C-C3", "50.000000"))
                .ofCase(city, "result-published", Map.of("level", "CITY", "edition", 1));
        send(history, 4, city);
        return history;
    }

    private static Map<String, Object> copy(History history, String unit, String indicator, String value) {
        return Map.of(
                "indicator",
                indicator,
                "value",
                value,
                "origin",
                "COLLECTED",
                "phase",
                "DOC_REVIEW",
                "collectedFrom",
                Map.of("stream", "score-" + history.cycle() + "-" + unit, "version", 1));
    }

    private static String copied(History history, String unit) {
        return "score-" + history.cycle() + "-" + unit + "@1";
    }

    /** Sends the last so many facts and waits until they are folded, and what they bring is announced. */
    private void send(History history, int last, String unit) {
        var entries = history.entries();
        Kafka.send(entries.subList(entries.size() - last, entries.size()));
        proposals(history, unit);
        Unannounced.awaitNone(database);
    }

    private static ValidatableResponse proposals(History history, String unit) {
        return office().queryParam("programme", history.cycle().replace("-2025", ""))
                .queryParam("after", history.positions())
                .queryParam("wait", "20s")
                .get("/api/v1/restatement-proposals?year=2025&unit=" + unit)
                .then()
                .statusCode(200);
    }

    private void rebuild() {
        var id = office().post("/api/v1/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> office().get("/api/v1/rebuilds/{id}", id).then().body("state", equalTo("DONE")));
    }

    private List<ReportingFact> announced(History history, String unit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return new Sql(connection)
                        .list(
                                "select type, payload from journal where stream = ? and type like '%restatement%' order by version",
                                row -> ReportingFact.CODEC.decode(row.getString(1), row.getString(2)),
                                "score-" + history.cycle() + "-" + unit);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Tokens.of("office", "430000", "province-office"));
    }
}
