package cn.chuyi.reporting.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.event.Json;
import cn.chuyi.reporting.score.Vectors.Vector;
import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A score that differs from the law by one character is a wrong score. */
class ScoreTest {

    record Row(String unit, int edition, String vector) {}

    static Stream<Vector> vectors() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_vector_matches_to_the_last_character(Vector vector) {
        assertThat(written(vector.score())).isEqualTo(vector.expected());
    }

    @Test
    void there_are_forty_vectors() {
        assertThat(Vectors.all()).hasSize(40);
    }

    @Test
    void the_scoreboard_text_and_its_digest_match() {
        var units = Vectors.json("scoreboard.json", new TypeReference<List<Row>>() {}).stream()
                .map(row -> {
                    var vector = Vectors.read(row.vector());
                    var catalogue = vector.catalogue();
                    return CanonicalText.Unit.of(
                            catalogue.year(), row.unit(), catalogue.level(), row.edition(), vector.score());
                })
                .toList();
        var text = CanonicalText.of(units);
        assertThat(text).isEqualTo(Vectors.text("scoreboard.tsv"));
        assertThat(CanonicalText.sha256(text))
                .isEqualTo(Vectors.text("scoreboard.sha256").strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"E", "", "a", "A "})
    void an_unknown_grade_letter_is_invalid_input(String letter) {
        assertThatThrownBy(() -> scored("K-A1", letter))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("K-A1: unknown grade letter: " + letter)
                .extracting(fault -> ((InvalidInputException) fault).text().zh())
                .isEqualTo("K-A1：没有此等次字母：" + letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "", "1,5", "1e9", "NaN", "0x10", "1.", ".5"})
    void what_is_not_a_plain_number_is_invalid_input(String value) {
        assertThatThrownBy(() -> scored("K-B1", value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("K-B1: not a number: " + value);
    }

    @Test
    void an_unknown_stage_is_invalid_input() {
        assertThatThrownBy(() -> scored("K-C2", "DREAMT_OF"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("K-C2: unknown stage: DREAMT_OF");
    }

    @Test
    void a_finding_of_a_rule_that_the_catalogue_lacks_is_invalid_input() {
        var catalogue = Vectors.read("01-worked-county").catalogue().catalogue();
        assertThatThrownBy(() -> Score.of(catalogue, Map.of(), List.of("Z9")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("unknown rule of a finding: Z9");
    }

    @Test
    void equal_totals_share_a_rank_and_the_next_is_skipped() {
        var totals = new HashMap<String, BigDecimal>();
        totals.put("430102", new BigDecimal("80.00"));
        totals.put("430103", new BigDecimal("91.10"));
        totals.put("430104", new BigDecimal("80.00"));
        totals.put("430105", new BigDecimal("79.99"));
        assertThat(Ranking.of(totals)).isEqualTo(Map.of("430103", 1, "430102", 2, "430104", 2, "430105", 4));
    }

    private static Score scored(String indicator, String value) {
        var catalogue = Vectors.read("01-worked-county").catalogue().catalogue();
        return Score.of(catalogue, Map.of(indicator, Standing.NOTHING.verifiedAs(value)), List.of());
    }

    private static Map<String, Object> written(Score score) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("items", score.items().stream().map(ScoreTest::written).toList());
        json.put("applicableWeight", score.applicableWeight().toPlainString());
        json.put("credibility", score.credibility().toPlainString());
        json.put("bonus", score.bonus().toPlainString());
        json.put("deduction", score.deduction().toPlainString());
        json.put("base", plain(score.base()));
        json.put("total", plain(score.total()));
        json.put("grade", score.grade());
        json.put(
                "applied",
                Json.mapper().convertValue(score.applied(), new TypeReference<List<Map<String, Object>>>() {}));
        return json;
    }

    private static Map<String, Object> written(Item item) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("indicator", item.indicator());
        json.put("state", item.state().name());
        json.put("value", item.value());
        json.put("share", plain(item.share()));
        json.put("points", plain(item.points()));
        return json;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
