package cn.chuyi.local.suite;

import cn.chuyi.local.Stopping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Processes that a launcher left behind when it was killed. */
final class Orphans {

    /** Those that others need go last. */
    private static final List<String> LAST = List.of("keycloak", "kafka", "postgres");

    private Orphans() {}

    /** Stops them, the services first, and forgets them. */
    static void stop(Pids pids, Progress progress) {
        pids.alive().stream()
                .filter(entry -> !entry.name().equals(Suite.LAUNCHER))
                .sorted(Comparator.comparingInt(entry -> LAST.indexOf(entry.name())))
                .forEach(entry -> {
                    progress.say("stopping " + entry.name() + ", left behind by an earlier run (process " + entry.pid()
                            + ")");
                    entry.process().ifPresent(process -> stop(entry.name(), process));
                });
        pids.clear();
    }

    private static void stop(String name, ProcessHandle process) {
        if (name.equals("postgres")) {
            interrupt(process);
        }
        Stopping.gently(process);
    }

    /** PostgreSQL takes SIGTERM as "when all clients have left" and only SIGINT as "now, and in order". */
    private static void interrupt(ProcessHandle process) {
        try {
            var kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
            Stopping.ends(kill.toHandle(), Duration.ofSeconds(5));
            Stopping.ends(process, Duration.ofSeconds(15));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot signal process " + process.pid(), e);
        }
    }
}
