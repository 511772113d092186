package cn.chuyi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.local.Compiler;
import cn.chuyi.local.Layout;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    private final Settings settings = new Settings(
            new Layout(Path.of("/suite")),
            Path.of("/suite/.run"),
            PortPlan.of(Map.of("SUITE_REPORTING_PORT", "9083", "SUITE_KEYCLOAK_PORT", "9080")),
            Extent.EVERYTHING,
            Compiler.QUICK);

    @Test
    void the_score_can_be_had_with_one_line_that_names_the_ports_in_use() {
        assertThat(Welcome.scoreLine(settings))
                .doesNotContain("\n")
                .contains("http://localhost:9080/realms/chuyi/protocol/openid-connect/token")
                .endsWith("http://localhost:9083/api/v1/scores/2025/430181");
        assertThat(Welcome.text(settings)).contains(Welcome.scoreLine(settings));
    }
}
