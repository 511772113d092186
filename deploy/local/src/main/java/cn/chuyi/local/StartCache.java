package cn.chuyi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An ahead-of-time cache (JEP 483, 514): loaded and linked classes that halve the work of a start. The JVM takes it only
 * with the very class path that it was made with.
 *
 * @param file where it is, or will be
 * @param jar the first on that class path; an older cache is of another build
 */
public record StartCache(Path file, Path jar) {

    /** Makes room for the run that makes it. */
    public void prepare() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
    }

    /** Options of the run that makes the cache at its end. */
    public List<String> making() {
        return List.of("-XX:AOTCacheOutput=" + file);
    }

    /** Options of a run that uses it; none when there is no cache of this build. */
    public List<String> using() {
        return isOfThisBuild() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** Whether it was made since the jar was built. */
    public boolean isOfThisBuild() {
        try {
            return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
