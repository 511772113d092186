package cn.chuyi.assessment.unit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.test.Contract;
import org.junit.jupiter.api.Test;

/** What the registry writes about divisions, read with this service's own records. */
class DivisionContractTest {
    private static final Contract REGISTRY = Contract.of("registry-service");

    @Test
    void every_example_of_the_registry_is_read() {
        for (String type : DivisionProjection.CODEC.types().keySet()) {
            assertThat(REGISTRY.examples(type)).as(type).isNotEmpty().allSatisfy(example -> {
                DivisionEvent event = DivisionProjection.CODEC.decode(type, example.json());
                assertThat(event.code()).matches("\\d{6}");
                assertThat(event.effectiveOn()).isNotNull();
            });
        }
    }
}
