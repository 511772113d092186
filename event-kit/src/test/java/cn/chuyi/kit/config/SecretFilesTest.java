package cn.chuyi.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @Test
    void a_file_variable_gives_the_secret_without_its_last_line_break(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("password"), "s3cret\n");
        var source = new SecretFiles(Map.of("DB_PASSWORD_FILE", file.toString(), "DB_USER", "registry"));
        assertThat(source.getValue("DB_PASSWORD")).isEqualTo("s3cret");
        assertThat(source.getPropertyNames()).containsExactly("DB_PASSWORD");
        assertThat(source.getValue("DB_USER")).isNull();
    }

    @Test
    void file_variables_of_other_programs_are_left_alone() {
        var source = new SecretFiles(Map.of("OTHER_CONFIG_FILE", "/does/not/exist"));
        assertThat(source.getPropertyNames()).isEmpty();
        assertThat(source.getValue("OTHER_CONFIG")).isNull();
    }

    @Test
    void a_file_that_cannot_be_read_stops_the_start(@TempDir Path folder) {
        var source = new SecretFiles(
                Map.of("DB_PASSWORD_FILE", folder.resolve("absent").toString()));
        assertThatThrownBy(() -> source.getValue("DB_PASSWORD"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("DB_PASSWORD_FILE");
    }

    @Test
    void the_services_find_this_source_by_themselves() {
        assertThat(ServiceLoader.load(ConfigSource.class)).hasAtLeastOneElementOfType(SecretFiles.class);
    }
}
