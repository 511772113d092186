package cn.chuyi.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A service's ahead-of-time cache (JEP 483, 514): loaded and linked classes that halve the work
 * of a start. The JVM takes it only with the very jars and the working directory that it was made with.
 *
 * @param folder of the built service, its working directory
 */
record StartCache(Path folder) {

    private static final String FILE = "app.aot";

    /** Options of the run that makes the cache at its end. */
    List<String> making() {
        return List.of("-XX:AOTCacheOutput=" + FILE);
    }

    /** Options of a run that uses it; none when there is no cache of this build. */
    List<String> using() {
        return isOfThisBuild() ? List.of("-XX:AOTCache=" + FILE) : List.of();
    }

    private boolean isOfThisBuild() {
        var cache = folder.resolve(FILE);
        try {
            return Files.exists(cache)
                    && Files.getLastModifiedTime(cache)
                                    .compareTo(Files.getLastModifiedTime(folder.resolve(RunningApplication.JAR)))
                            > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + cache, e);
        }
    }
}
