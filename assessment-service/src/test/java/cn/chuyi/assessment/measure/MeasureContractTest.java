package cn.chuyi.assessment.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.assessment.measure.MeasureEvent.MeasureChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What reporting writes about measures, read with this service's own records. */
class MeasureContractTest {
    private static final Path EXAMPLES =
            Path.of("../reporting-service/contract/examples/chuyi.reporting.measure-changed.v1");

    @Test
    void every_example_of_reporting_is_read() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            var examples = files.toList();
            assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
            for (Path example : examples) {
                var event = (MeasureChanged)
                        MeasureProjection.CODEC.decode("chuyi.reporting.measure-changed.v1", Files.readString(example));
                assertThat(event.state()).isIn("COLLECTED", "NOT_APPLICABLE");
                assertThat(event.value() != null).isEqualTo(event.state().equals("COLLECTED"));
                assertThat(event.indicator()).matches("[A-Z]-[A-Z]\\d+");
            }
        }
    }
}
