package cn.chuyi.reporting.board;

import static cn.chuyi.reporting.DemoYear.YEAR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoLog;
import cn.chuyi.reporting.DemoYear;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every unit of the demo year is explained down to events that are in the topics, and the explanation adds up. */
@QuarkusTest
@WithTestResource(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplanationIT {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int UNITS = 136;

    @Inject
    DemoYear year;

    private final Map<String, String> eventsByPosition = new HashMap<>();

    @BeforeAll
    void the_demo_year_is_there() {
        year.install();
        DemoLog.records().forEach(record -> eventsByPosition.put(position(record), id(record)));
    }

    @Test
    void every_unit_adds_up_from_points_to_the_total_that_the_score_says() {
        var units = units();
        assertThat(units).hasSize(UNITS);
        for (var unit : units) {
            var score = get("/api/v1/scores/2025/" + unit);
            var explanation = get("/api/v1/scores/2025/" + unit + "/explanation");
            for (var number : List.of("total", "grade", "base", "bonus", "deduction", "credibility", "edition")) {
                assertThat(explanation.get(number)).as(unit + " " + number).isEqualTo(score.get(number));
            }
            itemsAddUp(unit, score, explanation);
            credibilityAddsUp(unit, explanation);
            findingsAddUp(unit, explanation);
        }
    }

    @Test
    void every_value_of_every_unit_has_leaves_that_are_in_the_topics_and_state_it() {
        int values = 0;
        for (var unit : units()) {
            for (var item : get("/api/v1/scores/2025/" + unit + "/explanation").get("items")) {
                var where = unit + " " + text(item, "indicator");
                var leaves = leaves(item);
                leaves.forEach(leaf -> isInTheTopic(where, leaf));
                sentences(where, item);
                if (item.hasNonNull("value")) {
                    values++;
                    assertThat(leaves).as(where + " has a leaf").isNotEmpty();
                    stated(where, item, leaves);
                }
            }
        }
        assertThat(values).isGreaterThan(1500);
    }

    private void itemsAddUp(String unit, JsonNode score, JsonNode explanation) {
        var points = BigDecimal.ZERO;
        var weight = BigDecimal.ZERO;
        for (int i = 0; i < explanation.get("items").size(); i++) {
            var item = explanation.get("items").get(i);
            var where = unit + " " + text(item, "indicator");
            for (var same : List.of("indicator", "state", "value", "share", "points", "weight")) {
                assertThat(item.get(same))
                        .as(where + " " + same)
                        .isEqualTo(score.get("items").get(i).get(same));
            }
            if (item.hasNonNull("points")) {
                var discount = text(item, "state").equals("REPORTED") ? number(score, "credibility") : BigDecimal.ONE;
                var full = item.hasNonNull("fullShare") ? number(item, "fullShare") : BigDecimal.ZERO;
                assertThat(six(full.multiply(discount))).as(where).isEqualByComparingTo(number(item, "share"));
                assertThat(six(number(item, "weight").multiply(number(item, "share"))))
                        .as(where)
                        .isEqualByComparingTo(number(item, "points"));
                points = points.add(number(item, "points"));
                weight = weight.add(number(item, "weight"));
            }
        }
        assertThat(points).as(unit).isEqualByComparingTo(number(explanation, "pointsSum"));
        assertThat(weight).as(unit).isEqualByComparingTo(number(explanation, "applicableWeight"));
        if (explanation.hasNonNull("total")) {
            var base = points.multiply(HUNDRED).divide(weight, 6, RoundingMode.HALF_UP);
            assertThat(base).as(unit).isEqualByComparingTo(number(explanation, "base"));
            var sum = base.add(number(explanation, "bonus")).subtract(number(explanation, "deduction"));
            assertThat(sum.max(BigDecimal.ZERO).min(HUNDRED).setScale(2, RoundingMode.HALF_UP))
                    .as(unit)
                    .isEqualByComparingTo(number(explanation, "total"));
        }
    }

    private static void credibilityAddsUp(String unit, JsonNode explanation) {
        var reported = BigDecimal.ZERO;
        var verified = BigDecimal.ZERO;
        for (var line : explanation.get("trust")) {
            reported = reported.add(number(line, "weight").multiply(number(line, "reported")));
            verified = verified.add(number(line, "weight").multiply(number(line, "verified")));
        }
        var ratio = reported.signum() == 0 ? BigDecimal.ONE : verified.divide(reported, 6, RoundingMode.HALF_UP);
        assertThat(ratio.max(new BigDecimal("0.6")).min(BigDecimal.ONE))
                .as(unit)
                .isEqualByComparingTo(number(explanation, "credibility"));
    }

    private void findingsAddUp(String unit, JsonNode explanation) {
        var bonus = BigDecimal.ZERO;
        var deduction = BigDecimal.ZERO;
        var grade = "";
        int findings = 0;
        for (var adjustment : explanation.get("adjustments")) {
            findings += adjustment.get("findings").asInt();
            assertThat(text(adjustment.get("sentence"), "zh")).isNotBlank();
            switch (text(adjustment, "kind")) {
                case "BONUS" -> bonus = bonus.add(number(adjustment, "points"));
                case "DEDUCTION" -> deduction = deduction.add(number(adjustment, "points"));
                default -> {
                    assertThat(grade).isIn("", text(adjustment, "from"));
                    grade = text(adjustment, "to");
                }
            }
        }
        assertThat(explanation.get("findings")).as(unit).hasSize(findings);
        assertThat(bonus.min(BigDecimal.valueOf(5))).as(unit).isEqualByComparingTo(number(explanation, "bonus"));
        assertThat(deduction.min(BigDecimal.TEN)).as(unit).isEqualByComparingTo(number(explanation, "deduction"));
        assertThat(grade).as(unit).isIn("", text(explanation, "grade"));
        for (var finding : explanation.get("findings")) {
            assertThat(finding.get("events")).as(unit).hasSize(1);
            isInTheTopic(unit, finding.get("events").get(0));
        }
    }

    /** The events of the item itself; of a city's coverage, those of its counties. */
    private static List<JsonNode> leaves(JsonNode item) {
        var leaves = new ArrayList<JsonNode>();
        item.get("events").forEach(leaves::add);
        item.get("counties").forEach(county -> county.get("events").forEach(leaves::add));
        return leaves;
    }

    private void isInTheTopic(String where, JsonNode leaf) {
        var position = text(leaf, "topic") + "/" + leaf.get("partition") + "@" + leaf.get("offset");
        assertThat(eventsByPosition.get(position)).as(where + " " + position).isEqualTo(text(leaf, "id"));
        assertThat(leaf.hasNonNull("time") && leaf.hasNonNull("type") && leaf.hasNonNull("actor"))
                .as(where + " " + position)
                .isTrue();
    }

    /** What the leaves state is what the item says. */
    private static void stated(String where, JsonNode item, List<JsonNode> leaves) {
        switch (text(item, "state")) {
            case "VERIFIED" ->
                assertThat(last(leaves, "indicator-verified")).as(where).isEqualTo(text(item, "value"));
            case "REPORTED" ->
                assertThat(last(leaves, "indicator-reported")).as(where).isEqualTo(text(item, "value"));
            default -> {
                percent(where, item, leaves, "project-progress-reported", "project-task-book-agreed", false);
                percent(where, item, leaves, "project-funds-paid-in", "project-funds-planned", true);
            }
        }
    }

    /** Sums over the projects: what is done of what is planned. */
    private static void percent(
            String where, JsonNode item, List<JsonNode> leaves, String done, String planned, boolean adds) {
        var whole = sum(leaves, planned, false);
        if (whole.signum() > 0) {
            assertThat(sum(leaves, done, adds).multiply(HUNDRED).divide(whole, 6, RoundingMode.HALF_UP))
                    .as(where)
                    .isEqualByComparingTo(number(item, "value"));
        }
    }

    private static BigDecimal sum(List<JsonNode> leaves, String type, boolean adds) {
        var byProject = new HashMap<String, BigDecimal>();
        leaves.stream()
                .filter(leaf -> text(leaf, "type").contains(type))
                .forEach(leaf -> byProject.merge(
                        text(leaf, "stream"),
                        number(leaf, "value"),
                        (before, later) -> adds ? before.add(later) : later));
        return byProject.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String last(List<JsonNode> leaves, String type) {
        return leaves.stream()
                .filter(leaf -> text(leaf, "type").contains(type))
                .map(leaf -> text(leaf, "value"))
                .reduce((_, later) -> later)
                .orElse("none");
    }

    private static void sentences(String where, JsonNode item) {
        for (var sentence : List.of("reason", "arithmetic")) {
            assertThat(text(item.get(sentence), "zh")).as(where).isNotBlank().doesNotContain("null");
            assertThat(text(item.get(sentence), "en")).as(where).isNotBlank().doesNotContain("null");
        }
        assertThat(text(item.get("reason"), "en")).as(where).doesNotContain("采集结果");
        var reason = text(item.get("reason"), "zh");
        assertThat(reason.contains("理由") ? "" : reason)
                .as("a measure by its name, not its code: %s", where)
                .doesNotContainPattern("[a-z]-[a-z]");
    }

    private static List<String> units() {
        var units = new ArrayList<String>();
        for (var level : List.of("CITY", "COUNTY")) {
            StreamSupport.stream(
                            get("/api/v1/scoreboards/" + YEAR + "/" + level)
                                    .get("units")
                                    .spliterator(),
                            false)
                    .map(unit -> text(unit, "code"))
                    .forEach(units::add);
        }
        return units;
    }

    private static JsonNode get(String path) {
        var answer = HttpCall.to(path)
                .token(Tokens.of("office", "430000", "province-office"))
                .get();
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.json();
    }

    private static String text(JsonNode node, String field) {
        return Objects.requireNonNull(node.get(field), field).asText();
    }

    private static BigDecimal number(JsonNode node, String field) {
        return new BigDecimal(text(node, field));
    }

    private static BigDecimal six(BigDecimal number) {
        return number.setScale(6, RoundingMode.HALF_UP);
    }

    private static String position(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "/" + record.partition() + "@" + record.offset();
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), UTF_8);
    }
}
