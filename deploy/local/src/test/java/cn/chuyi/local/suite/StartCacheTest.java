package cn.chuyi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    @TempDir
    Path folder;

    @Test
    void a_cache_counts_until_the_service_is_built_again() throws Exception {
        var cache = new StartCache(folder);
        assertThat(cache.using()).isEmpty();

        write(RunningApplication.JAR, 1000);
        write("app.aot", 2000);
        assertThat(cache.using()).containsExactly("-XX:AOTCache=app.aot");

        write(RunningApplication.JAR, 3000);
        assertThat(cache.using()).isEmpty();
    }

    private void write(String name, long millis) throws Exception {
        Files.setLastModifiedTime(Files.writeString(folder.resolve(name), ""), FileTime.fromMillis(millis));
    }
}
