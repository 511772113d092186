package cn.chuyi.reporting.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Catalogue.Band;
import cn.chuyi.reporting.score.ShareRule;
import cn.chuyi.reporting.score.Vectors;
import cn.chuyi.reporting.simulation.Wish.Changes;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes do what they say, and what cannot be done is refused with its place. */
class ChangedCatalogueTest {
    private static final Catalogue COUNTY =
            Vectors.read("01-worked-county").catalogue().catalogue();

    @Test
    void weights_targets_rules_bands_and_exclusions_change_and_nothing_else_does() {
        var changed = changed("""
                {"weights": {"K-A1": "9.5"}, "targets": {"K-D1": "80", "K-G1": "25"},
                 "rules": {"K-C1": {"kind": "RATIO", "target": "2"}},
                 "bands": [{"grade": "PASSED", "from": "60"}, {"grade": "FAILED", "from": "0"}],
                 "minimumApplicableWeight": "50", "excludedIndicators": ["K-G3"]}""");
        assertThat(changed.indicators()).hasSize(COUNTY.indicators().size() - 1);
        assertThat(changed.indicator("K-G3")).isEmpty();
        assertThat(changed.indicator("K-A1").orElseThrow().weight()).isEqualByComparingTo("9.5");
        assertThat(changed.indicator("K-D1").orElseThrow().rule()).isEqualTo(new ShareRule.Ratio(new BigDecimal("80")));
        assertThat(changed.indicator("K-G1").orElseThrow().rule())
                .isEqualTo(new ShareRule.Linear(new BigDecimal("20"), new BigDecimal("25")));
        assertThat(changed.indicator("K-C1").orElseThrow().rule()).isEqualTo(new ShareRule.Ratio(new BigDecimal("2")));
        assertThat(changed.indicator("K-A2")).isEqualTo(COUNTY.indicator("K-A2"));
        assertThat(changed.bands()).extracting(Band::grade).containsExactly("PASSED", "FAILED");
        assertThat(changed.minimumApplicableWeight()).isEqualByComparingTo("50");
        assertThat(changed("{}")).isEqualTo(COUNTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"weights\": {\"K-Z9\": \"1\"}} | INDICATOR_UNKNOWN | /changes/weights/K-Z9",
                "{\"targets\": {\"K-Z9\": \"1\"}} | INDICATOR_UNKNOWN | /changes/targets/K-Z9",
                "{\"rules\": {\"K-Z9\": {\"kind\": \"RATIO\", \"target\": \"1\"}}} | INDICATOR_UNKNOWN | /changes/rules/K-Z9",
                "{\"excludedIndicators\": [\"K-Z9\"]} | INDICATOR_UNKNOWN | /changes/excludedIndicators/K-Z9",
                "{\"excludedIndicators\": [null]} | INDICATOR_UNKNOWN | /changes/excludedIndicators/null",
                "{\"weights\": {\"K-A1\": \"-1\"}} | NUMBER_OUT_OF_RANGE | /changes/weights/K-A1",
                "{\"weights\": {\"K-A1\": null}} | NUMBER_OUT_OF_RANGE | /changes/weights/K-A1",
                "{\"weights\": {\"K-A1\": \"1001\"}} | NUMBER_OUT_OF_RANGE | /changes/weights/K-A1",
                "{\"weights\": {\"K-A1\": \"1.0000001\"}} | NUMBER_OUT_OF_RANGE | /changes/weights/K-A1",
                "{\"weights\": {\"K-A1\": \"600\", \"K-A2\": \"600\"}} | WEIGHTS_UNUSABLE | /changes/weights",
                "{\"minimumApplicableWeight\": \"-1\"} | NUMBER_OUT_OF_RANGE | /changes/minimumApplicableWeight",
                "{\"targets\": {\"K-D1\": \"0\"}} | RULE_INVALID | /changes/targets/K-D1",
                "{\"targets\": {\"K-G1\": \"20\"}} | RULE_INVALID | /changes/targets/K-G1",
                "{\"targets\": {\"K-A1\": \"1\"}} | TARGET_NOT_POSSIBLE | /changes/targets/K-A1",
                "{\"rules\": {\"K-A1\": {\"kind\": \"RATIO\"}}} | RULE_INVALID | /changes/rules/K-A1",
                "{\"rules\": {\"K-A1\": {\"kind\": \"STEPS\", \"steps\": [{}]}}} | CATALOGUE_UNUSABLE | /changes/rules/K-A1/steps/from",
                "{\"bands\": []} | BANDS_INVALID | /changes/bands",
                "{\"bands\": [null]} | BANDS_INVALID | /changes/bands",
                "{\"bands\": [{\"grade\": \"A\", \"from\": \"101\"}]} | BANDS_INVALID | /changes/bands",
                "{\"bands\": [{\"grade\": \"A\", \"from\": \"1\"}, {\"grade\": \"B\", \"from\": \"1.0\"}]} | BANDS_INVALID | /changes/bands",
            })
    void what_cannot_be_done_is_refused_with_its_place(String changes, String code, String pointer) {
        assertThatThrownBy(() -> changed(changes)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.remedy().zh()).isNotBlank();
            assertThat(problem.detail().zh()).doesNotContainPattern("[a-z] [a-z]");
        });
    }

    @Test
    void weights_that_sum_to_nothing_are_refused() {
        var all = String.join(
                "\",\"", COUNTY.indicators().stream().map(one -> one.code()).toList());
        assertThatThrownBy(() -> changed("{\"excludedIndicators\": [\"" + all + "\"]}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("WEIGHTS_UNUSABLE"));
    }

    private static Catalogue changed(String json) {
        try {
            return ChangedCatalogue.of(COUNTY, Json.mapper().readValue(json, Changes.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
