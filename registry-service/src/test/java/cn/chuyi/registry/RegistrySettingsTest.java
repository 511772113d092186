package cn.chuyi.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {

    @Test
    void a_month_ahead_unless_said_otherwise() {
        assertThat(settings(Map.of()).effectiveDaysAhead()).isEqualTo(31);
        assertThat(settings(Map.of("chuyi.registry.effective-days-ahead", "7")).effectiveDaysAhead())
                .isEqualTo(7);
    }

    @Test
    void a_value_out_of_bounds_stops_the_start() {
        for (var value : List.of("-1", "3661", "a month", "99999999999")) {
            assertThatThrownBy(() -> settings(Map.of("chuyi.registry.effective-days-ahead", value)))
                    .hasMessageContainingAll("effective-days-ahead", value, "from 0 to 3660");
        }
    }

    private static RegistrySettings settings(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(RegistrySettings.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
        return config.getConfigMapping(RegistrySettings.class);
    }
}
