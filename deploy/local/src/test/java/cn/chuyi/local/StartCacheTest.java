package cn.chuyi.local;

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
    void a_cache_counts_until_the_jar_is_built_again() throws Exception {
        var cache = new StartCache(folder.resolve("app.aot"), folder.resolve("app.jar"));
        assertThat(cache.using()).isEmpty();

        write(cache.jar(), 1000);
        write(cache.file(), 2000);
        assertThat(cache.using()).containsExactly("-XX:AOTCache=" + cache.file());

        write(cache.jar(), 3000);
        assertThat(cache.using()).isEmpty();
    }

    private static void write(Path file, long millis) throws Exception {
        Files.setLastModifiedTime(Files.writeString(file, ""), FileTime.fromMillis(millis));
    }
}
