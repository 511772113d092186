package cn.chuyi.reporting.board;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoLog;
import cn.chuyi.reporting.DemoYear;
import cn.chuyi.reporting.History;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A correction of the register after publication is proposed, with its effect, and changes no result. */
@QuarkusTest
@WithTestResource(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalIT {
    private static final String PROPOSALS = "/api/v1/restatement-proposals?year=2025";
    private static final String PROGRESS = "chuyi.registry.project-progress-reported.v1";

    @Inject
    DemoYear year;

    private String before = "";
    private boolean there;

    @BeforeAll
    void the_demo_year_is_there() {
        year.install();
    }

    @BeforeEach
    void every_project_reports_something_else_after_the_demo_year_is_published() throws IOException {
        if (there) {
            return;
        }
        there = true;
        office().get(PROPOSALS).then().statusCode(200).body("items", hasSize(0));
        before = board();
        var corrections = new ArrayList<ConsumerRecord<String, byte[]>>();
        var streams = new TreeMap<String, List<ConsumerRecord<String, byte[]>>>();
        DemoLog.records(History.REGISTRY)
                .forEach(record -> streams.computeIfAbsent(record.key(), _ -> new ArrayList<>())
                        .add(record));
        long offset = 1_000_000;
        for (var records : streams.values()) {
            var progress = records.stream()
                    .filter(record -> header(record, "ce_type").equals(PROGRESS))
                    .reduce((_, later) -> later);
            if (progress.isPresent()) {
                corrections.add(correction(progress.get(), records.size() + 1L, offset++));
            }
        }
        year.add(corrections);
    }

    @Test
    void corrections_are_proposed_with_value_total_and_rank_that_would_follow() {
        var answer = office().get(PROPOSALS + "&limit=500").then().statusCode(200);
        answer.body("items.size()", greaterThan(10))
                .body("items.edition", everyItem(equalTo(1)))
                .body("items.corrections.flatten().events", not(hasItem(List.of())))
                .body("items.corrections.flatten().copiedFrom", everyItem(not(nullValue())))
                .body("items.corrections.flatten().events.flatten().type.unique()", equalTo(List.of(PROGRESS)));
        var items = answer.extract().jsonPath().<Map<String, Object>>getList("items");
        assertThat(items)
                .anySatisfy(item -> assertThat(part(item, "proposed").get("total"))
                        .isNotEqualTo(part(item, "published").get("total")));
        assertThat(items)
                .anySatisfy(item -> assertThat(part(item, "proposed").get("rank"))
                        .isNotEqualTo(part(item, "published").get("rank")));
    }

    @Test
    void no_published_result_changes() {
        var publishedBefore = before.lines().filter(line -> line.matches("2025\t\\d+\tCOUNTY\t1\t.*"));
        assertThat(publishedBefore)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(board()).contains(line));
    }

    @Test
    void they_come_in_pages_and_for_one_unit() {
        var all = office().get(PROPOSALS + "&limit=500").jsonPath().<String>getList("items.unit.code");
        var paged = new ArrayList<String>();
        String cursor = null;
        do {
            var page = office().get(PROPOSALS + "&limit=7" + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            paged.addAll(page.<String>getList("items.unit.code"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(paged).isEqualTo(all).isSorted();
        office().get(PROPOSALS + "&unit=" + all.getFirst())
                .then()
                .body("items.unit.code", equalTo(List.of(all.getFirst())));
        office().get(PROPOSALS + "&level=CITY").then().body("items.level", everyItem(equalTo("CITY")));
        office().get(PROPOSALS + "&unit=999999").then().statusCode(404).body("code", equalTo("SCORE_UNKNOWN"));
        office().get("/api/v1/restatement-proposals?year=1999").then().statusCode(404);
    }

    @Test
    void a_unit_sees_its_own_and_nobody_else_does() {
        var unit = office().get(PROPOSALS + "&level=COUNTY").jsonPath().getString("items[0].unit.code");
        given().auth()
                .oauth2(Tokens.of("k", unit, "county-filler"))
                .get(PROPOSALS)
                .then()
                .statusCode(200)
                .body("items.unit.code", equalTo(List.of(unit)));
        given().auth()
                .oauth2(Tokens.of("e", "430000", "expert"))
                .get(PROPOSALS)
                .then()
                .statusCode(403);
        given().get(PROPOSALS).then().statusCode(401);
    }

    /** The next fact of the same project: half of what it reported, recorded a year later. */
    private static ConsumerRecord<String, byte[]> correction(
            ConsumerRecord<String, byte[]> last, long version, long offset) throws IOException {
        var body = (ObjectNode) Json.mapper().readTree(last.value());
        var done = new BigDecimal(body.get("done").asText());
        body.put("done", done.divide(BigDecimal.valueOf(2)).toPlainString());
        var record = new ConsumerRecord<>(
                last.topic(),
                last.partition(),
                offset,
                last.key(),
                Json.mapper().writeValueAsBytes(body));
        last.headers().forEach(header -> record.headers().add(header));
        replace(
                record,
                "ce_id",
                UUID.nameUUIDFromBytes(last.key().getBytes(UTF_8)).toString());
        replace(record, "ce_sequence", Long.toString(version));
        replace(record, "ce_time", "2027-11-25T00:00:00Z");
        return record;
    }

    private static void replace(ConsumerRecord<String, byte[]> record, String header, String value) {
        record.headers().remove(header).add(header, value.getBytes(UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static Map<?, ?> part(Map<?, ?> whole, String name) {
        return Objects.requireNonNull((Map<?, ?>) whole.get(name));
    }

    private static String board() {
        return office().get("/api/v1/scoreboards/2025/COUNTY/canonical").asString();
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Tokens.of("office", "430000", "province-office"));
    }
}
