package cn.chuyi.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.test.Contract;
import cn.chuyi.reporting.fact.AssessmentFact;
import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorVerified;
import cn.chuyi.reporting.fact.RegistryFact.ConditionSheetFiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the producers promise, against what reporting reads: a break there turns this red in the same commit. */
class UpstreamContractTest {
    private static final Contract REGISTRY = Contract.of("registry-service");
    private static final Contract ASSESSMENT = Contract.of("assessment-service");

    @Test
    void every_example_of_the_register_that_is_used_is_read() {
        assertThat(readAll(REGISTRY, Codecs.REGISTRY))
                .containsOnlyKeys(Codecs.REGISTRY.types().keySet());
    }

    @Test
    void every_example_of_the_assessment_that_is_used_is_read() {
        assertThat(readAll(ASSESSMENT, Codecs.ASSESSMENT))
                .containsKeys(Codecs.ASSESSMENT.type(fact("indicator-verified.v1")), "chuyi.assessment.case-opened.v1");
    }

    @Test
    void a_frozen_catalogue_is_one_that_scores_can_be_computed_with() {
        var frozen = (CatalogueFrozen) fact("catalogue-frozen.v1");
        assertThat(frozen.content().catalogue().indicators()).isNotEmpty();
        assertThat(frozen.content().catalogue().level()).isEqualTo(frozen.level());
    }

    @Test
    void a_verified_value_is_the_text_that_was_decided() {
        assertThat(((IndicatorVerified) fact("indicator-verified.v1")).value()).isNotBlank();
    }

    @Test
    void a_sheet_has_conditions_with_direction_and_standard() {
        var sheets = readAll(REGISTRY, Codecs.REGISTRY).get("chuyi.registry.condition-sheet-filed.v1");
        assertThat(sheets)
                .isNotEmpty()
                .allSatisfy(sheet ->
                        assertThat(((ConditionSheetFiled) sheet).conditions()).isNotEmpty());
    }

    private static AssessmentFact fact(String name) {
        var type = "chuyi.assessment." + name;
        return Codecs.ASSESSMENT.decode(
                type, ASSESSMENT.examples(type).getFirst().json());
    }

    private static <E> Map<String, List<E>> readAll(Contract contract, JsonEventCodec<E> codec) {
        var read = new TreeMap<String, List<E>>();
        for (var type : codec.types().keySet()) {
            for (var example : contract.examples(type)) {
                read.computeIfAbsent(type, _ -> new ArrayList<>()).add(codec.decode(type, example.json()));
            }
        }
        return read;
    }
}
