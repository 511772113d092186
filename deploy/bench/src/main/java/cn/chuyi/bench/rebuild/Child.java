package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.Processes;
import cn.chuyi.local.Launch;
import cn.chuyi.local.Stopping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A contender's JVM, seen from outside. */
final class Child implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final String name;
    private final Servers servers;
    private final Path log;
    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    /** @param name for those who read of it */
    Child(String name, Jvm jvm, Servers servers, Path log) throws IOException {
        this.name = name;
        this.servers = servers;
        this.log = log;
        var command = new ArrayList<>(List.of(Launch.java()));
        command.addAll(jvm.options());
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + log.toAbsolutePath().getParent(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Seat.class.getName(),
                jvm.contender(),
                servers.address().bootstrap(),
                servers.address().jdbc()));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    Measured round() throws IOException {
        double before = serversCpu();
        in.write("go\n");
        in.flush();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(Seat.DONE)) {
                var parts = line.split(" ");
                var measured = new Measured(
                        Long.parseLong(parts[3]),
                        Long.parseLong(parts[1]) / NANOS,
                        Long.parseLong(parts[2]) / NANOS,
                        serversCpu() - before);
                System.out.printf(
                        "  %-16s %9d events %7.2f s %7.2f s CPU, servers %6.2f s%n",
                        name, measured.events(), measured.seconds(), measured.own(), measured.servers());
                return measured;
            }
        }
        throw new IllegalStateException(name + " ended before its round:\n" + Files.readString(log));
    }

    double peak() {
        return Processes.peak(process.toHandle());
    }

    private double serversCpu() {
        return Processes.cpu(servers.kafkaProcess()) + Processes.cpu(servers.postgresProcess());
    }

    /** It has nothing to lose: its files go with the folder. */
    @Override
    public void close() {
        process.destroyForcibly();
        Stopping.gently(process);
    }
}
