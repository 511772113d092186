package cn.chuyi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a server as a process of its own session.
 *
 * @param command program and arguments
 * @param folder working directory
 * @param environment added to this process's own
 * @param log gets all output, appended
 */
public record Launch(List<String> command, Path folder, Map<String, String> environment, Path log) {

    /**
     * For the JVM of a service or of the broker, whatever its {@link Compiler}. As few bytes of classes and code as a JVM
     * expects are passed several times while one starts, and each time everything stops for a collection that finds nothing
     * to free. Half of the heap is for
     * young objects: what a piece of work needs is garbage then before it could get among the old ones, whose collection
     * stops everything for long. Where a JVM would begin with a heap that is no larger than that half, it would not begin at all
     * with an ahead-of-time cache.
     */
    public static final List<String> SMALL_JVM = List.of(
            "-Xms128m",
            "-Xmx128m",
            "-Xmn64m",
            "-XX:SurvivorRatio=6",
            "-XX:+UseSerialGC",
            "-XX:MetaspaceSize=128m",
            "-XX:ReservedCodeCacheSize=240m",
            "-XX:+ExitOnOutOfMemoryError");

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The running JDK's {@code java}. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public Process start() {
        var whole = new ArrayList<>(OwnSession.prefix());
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }
}
