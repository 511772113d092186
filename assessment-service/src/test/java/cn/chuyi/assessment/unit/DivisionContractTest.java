package cn.chuyi.assessment.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the registry writes about divisions, read with this service's own records. */
class DivisionContractTest {
    private static final Path EXAMPLES = Path.of("../registry-service/contract/examples");

    @Test
    void every_example_of_the_registry_is_read() throws IOException {
        for (String type : DivisionProjection.CODEC.types().keySet()) {
            try (var files = Files.list(EXAMPLES.resolve(type))) {
                var examples = files.toList();
                assertThat(examples).as(type).isNotEmpty();
                for (Path example : examples) {
                    DivisionEvent event = DivisionProjection.CODEC.decode(type, Files.readString(example));
                    assertThat(event.code()).as(example.toString()).matches("\\d{6}");
                    assertThat(event.effectiveOn()).isNotNull();
                }
            }
        }
    }
}
