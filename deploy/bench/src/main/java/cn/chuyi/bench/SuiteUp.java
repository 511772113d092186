package cn.chuyi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One {@code deploy/suite up} as a child process. */
public final class SuiteUp {
    private static final String UP = "The suite is up.";

    private final Path run;
    private final BufferedReader out;

    private SuiteUp(Path run, Process process) {
        this.run = run;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Where it lives.
     *
     * @param root of the tree
     * @param run folder of data and logs
     */
    public record Place(Path root, Path run, Listening listening) {}

    /**
     * A start without the demo year, stopped as soon as all are ready.
     *
     * @param folder of all that is kept, unpacked servers too
     */
    static Start briefly(Opened opened, Path root, Path folder) throws IOException {
        try (var started = opened.within()) {
            var place = new Place(root, folder.resolve("run"), Listening.free());
            long begin = System.nanoTime();
            return Start.watch(start(started, place, environment(folder), List.of("--no-demo")), begin);
        }
    }

    /** What makes {@code deploy/suite} keep all it keeps in a folder. */
    public static Map<String, String> environment(Path folder) {
        return Map.of(
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "SUITE_RUN_DIR", folder.resolve("run").toString());
    }

    /**
     * Starts, and waits for nothing.
     *
     * @param environment added to this process's own
     */
    public static SuiteUp start(Opened opened, Place place, Map<String, String> environment, List<String> options)
            throws IOException {
        var command =
                new ArrayList<>(List.of(place.root().resolve("deploy/suite").toString(), "up"));
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SUITE_RUN_DIR", place.run().toString());
        builder.environment().putAll(place.listening().environment());
        builder.environment().putAll(environment);
        return new SuiteUp(
                place.run(), opened.open(() -> new Started(builder.start())).process());
    }

    /**
     * Returns when the suite says that it is up.
     *
     * @param each hears every line that it says before
     */
    public void await(Consumer<String> each) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            System.out.println("  " + line);
            each.accept(line);
            if (line.strip().equals(UP)) {
                drain();
                return;
            }
        }
        throw new IllegalStateException("the suite did not come up; see " + run.resolve("logs"));
    }

    /** Keeps the child from blocking on a full pipe while it is stopped. */
    private void drain() {
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
    }

    /** @param name a service, or {@code postgres}, {@code kafka}, {@code keycloak} */
    public Optional<ProcessHandle> process(String name) throws IOException {
        try (var lines = Files.lines(run.resolve("pids"))) {
            return lines.map(line -> line.split(" "))
                    .filter(fields -> fields[0].equals(name))
                    .reduce((_, later) -> later)
                    .flatMap(fields -> ProcessHandle.of(Long.parseLong(fields[1])));
        }
    }
}
