package cn.chuyi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One {@code deploy/suite up} as a child process, watched by a stopwatch from the outside.
 *
 * @param ready until all servers and services answered
 * @param complete until the suite said that it is up, the demo year included where it was asked for
 * @param resident peak resident memory of each service's process in MiB, in the order registry, assessment, reporting
 */
record Start(Duration ready, Duration complete, List<Double> resident) {
    private static final String UP = "The suite is up.";
    private static final Duration STOP = Duration.ofSeconds(120);

    /**
     * Starts, waits until all is up, reads the memory, and stops.
     *
     * @param run folder of data and logs
     * @param cache where servers are unpacked
     */
    static Start measure(Path root, Path run, Path cache, List<String> options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(root.resolve("deploy/suite").toString(), "up"));
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SUITE_RUN_DIR", run.toString());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        long begin = System.nanoTime();
        Process suite = builder.start();
        try {
            return watch(suite, run, begin);
        } finally {
            suite.destroy();
            if (!suite.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                suite.destroyForcibly();
            }
        }
    }

    private static Start watch(Process suite, Path run, long begin) throws IOException {
        var out = suite.inputReader(StandardCharsets.UTF_8);
        int waiting = 6;
        Duration ready = null;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            System.out.println("  " + line);
            if (line.matches(".* ready on .*") && --waiting == 0) {
                ready = Duration.ofNanos(System.nanoTime() - begin);
            }
            if (line.strip().equals(UP)) {
                var complete = Duration.ofNanos(System.nanoTime() - begin);
                drain(out);
                return new Start(ready == null ? complete : ready, complete, resident(run));
            }
        }
        throw new IllegalStateException("the suite did not come up; see " + run.resolve("logs"));
    }

    /** Keeps the child from blocking on a full pipe while it is stopped. */
    private static void drain(BufferedReader out) {
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
    }

    private static List<Double> resident(Path run) throws IOException {
        var found = new ArrayList<Double>();
        for (String service : List.of("registry", "assessment", "reporting")) {
            Double peak = peak(run.resolve("pids"), service);
            if (peak != null) {
                found.add(peak);
            }
        }
        return found;
    }

    private static @Nullable Double peak(Path pids, String service) throws IOException {
        try (var lines = Files.lines(pids)) {
            return lines.filter(line -> line.startsWith(service))
                    .map(line -> line.split("\\s+")[1])
                    .map(pid -> Path.of("/proc", pid, "status"))
                    .filter(Files::exists)
                    .map(Start::peakOf)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static double peakOf(Path status) {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
