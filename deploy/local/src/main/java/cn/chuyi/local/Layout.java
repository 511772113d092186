package cn.chuyi.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the suite's files lie.
 *
 * @param root the folder of the top-level {@code pom.xml}
 */
public record Layout(Path root) {

    private static final Path TOPICS = Path.of("deploy", "kafka", "topics.yaml");

    /** The tree named by the system property {@code suite.root}, else the one around the working directory. */
    public static Layout here() {
        var named = System.getProperty("suite.root");
        return new Layout(named != null ? Path.of(named).toAbsolutePath().normalize() : aroundWorkingDirectory());
    }

    private static Path aroundWorkingDirectory() {
        var start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve(TOPICS)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not inside the suite's source tree: " + start
                        + ". Run from there, or set the system property suite.root."));
    }

    public Path topics() {
        return root.resolve(TOPICS);
    }

    public Path realm() {
        return root.resolve(Path.of("deploy", "keycloak", "chuyi-realm.json"));
    }

    public Path demoUsers() {
        return root.resolve(Path.of("deploy", "keycloak", "demo-users.json"));
    }

    /** What Maven built of this module. */
    public Path target() {
        return root.resolve(Path.of("deploy", "local", "target"));
    }

    /** This module as a jar, which is there once it was packaged. */
    public Path jar() {
        return target().resolve("local.jar");
    }

    /** The folder that holds a built service and its {@code quarkus-run.jar}. */
    public Path application(String name) {
        return root.resolve(Path.of(name, "target", "quarkus-app"));
    }

    /** Data, logs and process list of the suite that people start; survives a rebuild. */
    public Path run() {
        return root.resolve(".run");
    }

    /** The same where somebody has named another folder; an empty name is none, and not the folder that one stands in. */
    public Path run(@Nullable String named) {
        return named == null || named.isBlank() ? run() : Path.of(named);
    }

    /** Unpacked servers, kept per user so that a clean build does not unpack them again. */
    public static Path cache() {
        return cache(System.getenv("XDG_CACHE_HOME"), System.getenv("HOME"));
    }

    static Path cache(@Nullable String xdg, @Nullable String home) {
        return Stream.of(below(xdg), below(home, ".cache"), below(System.getProperty("user.home"), ".cache"))
                .flatMap(Stream::ofNullable)
                .filter(Layout::canHold)
                .findFirst()
                .orElseGet(() -> Path.of(
                        System.getProperty("java.io.tmpdir"), "chuyi-supervision-" + System.getProperty("user.name")));
    }

    private static @Nullable Path below(@Nullable String base, String... rest) {
        return base == null || base.isBlank() ? null : Path.of(base, rest).resolve("chuyi-supervision");
    }

    private static boolean canHold(Path path) {
        return Stream.iterate(path, p -> p != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .filter(Files::isWritable)
                .isPresent();
    }
}
