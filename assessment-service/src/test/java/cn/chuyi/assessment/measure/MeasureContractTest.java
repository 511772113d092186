package cn.chuyi.assessment.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.assessment.measure.MeasureEvent.MeasureChanged;
import cn.chuyi.kit.test.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reporting writes about measures, read with this service's own records. */
class MeasureContractTest {
    private static final String CHANGED = "chuyi.reporting.measure-changed.v1";

    @Test
    void proposals_to_restate_are_passed_over() {
        for (var type : List.of(
                "chuyi.reporting.restatement-proposed.v1", "chuyi.reporting.restatement-proposal-withdrawn.v1")) {
            assertThat(Contract.of("reporting-service").examples(type)).isNotEmpty();
            assertThat(MeasureProjection.CODEC.knows(type)).isFalse();
        }
    }

    @Test
    void every_example_of_reporting_is_read() {
        assertThat(Contract.of("reporting-service").examples(CHANGED))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(example -> {
                    var event = (MeasureChanged) MeasureProjection.CODEC.decode(CHANGED, example.json());
                    assertThat(event.state()).isIn("COLLECTED", "NOT_APPLICABLE");
                    assertThat(event.value() != null).isEqualTo(event.state().equals("COLLECTED"));
                    assertThat(event.indicator()).matches("[A-Z]-[A-Z]\\d+");
                });
    }
}
