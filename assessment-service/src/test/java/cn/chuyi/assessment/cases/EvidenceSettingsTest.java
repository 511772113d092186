package cn.chuyi.assessment.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What an operator may set about evidence, and what holds when he sets nothing. */
class EvidenceSettingsTest {

    @Test
    void without_settings_evidence_lies_in_the_database_and_is_limited() {
        var settings = settings(Map.of());
        assertThat(settings.directory()).isEmpty();
        assertThat(bytes(settings.maximumSize())).isEqualTo(20 * 1024 * 1024);
        assertThat(settings.mediaTypes()).hasSize(7).contains("application/pdf", "text/csv");
    }

    @Test
    void a_folder_a_size_and_media_types_can_be_set() {
        var settings = settings(Map.of(
                "chuyi.evidence.directory", "/var/lib/evidence",
                "chuyi.evidence.maximum-size", "1M",
                "chuyi.evidence.media-types", "application/pdf,image/png"));
        assertThat(settings.directory()).contains(Path.of("/var/lib/evidence"));
        assertThat(bytes(settings.maximumSize())).isEqualTo(1024 * 1024);
        assertThat(settings.mediaTypes()).containsExactlyInAnyOrder("application/pdf", "image/png");
    }

    @Test
    void what_is_no_size_is_refused_at_the_start() {
        assertThatThrownBy(() -> settings(Map.of("chuyi.evidence.maximum-size", "many")))
                .hasMessageContaining("many");
    }

    /** Else the server would cut off a file that the service still takes, with a poorer answer. */
    @Test
    void the_servers_limit_of_a_body_lies_above_the_largest_file() throws IOException {
        var defaults = new Properties();
        try (var file = getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        var limit = new MemorySizeConverter().convert(defaults.getProperty("quarkus.http.limits.max-body-size"));
        assertThat(bytes(limit)).isGreaterThan(bytes(settings(Map.of()).maximumSize()));
    }

    private static long bytes(MemorySize size) {
        return size.asLongValue();
    }

    private static EvidenceSettings settings(Map<String, String> given) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(EvidenceSettings.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(given, "given", 100))
                .build();
        return config.getConfigMapping(EvidenceSettings.class);
    }
}
