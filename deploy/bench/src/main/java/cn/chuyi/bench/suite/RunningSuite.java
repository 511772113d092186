package cn.chuyi.bench.suite;

import cn.chuyi.bench.Listening;
import cn.chuyi.bench.Opened;
import cn.chuyi.bench.Processes;
import cn.chuyi.bench.Start;
import cn.chuyi.bench.SuiteUp;
import cn.chuyi.bench.Temporary;
import cn.chuyi.bench.Usage;
import cn.chuyi.local.Compiler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The suite with its demo year on free ports.
 *
 * @param start how it came up
 * @param processes of services and servers
 */
public record RunningSuite(Listening listening, Start start, Map<String, ProcessHandle> processes) {
    public static final int YEAR = 2025;
    public static final String REGISTRY = "registry";
    public static final String REPORTING = "reporting";

    private static final List<String> PROCESSES =
            List.of("registry-service", "assessment-service", "reporting-service", "kafka", "postgres", "keycloak");

    /** Returns when all is up, from nothing unpacked, and the demo year loaded. */
    public static RunningSuite start(Opened opened, Path root, Compiler compiler) throws IOException {
        var folder = opened.open(() -> Temporary.folder("bench-suite")).folder();
        var listening = Listening.free();
        long begin = System.nanoTime();
        var suite = SuiteUp.start(
                opened,
                new SuiteUp.Place(root, folder.resolve("run"), listening),
                SuiteUp.environment(folder),
                compiler == Compiler.OPTIMISING ? List.of("--long-run") : List.of());
        var start = Start.watch(suite, begin);
        var processes = new LinkedHashMap<String, ProcessHandle>();
        for (var name : PROCESSES) {
            suite.process(name).ifPresent(process -> processes.put(name, process));
        }
        return new RunningSuite(listening, start, processes);
    }

    /** @param path below {@code /api/v1/} */
    public URI uri(String service, String path) {
        return URI.create("http://localhost:" + listening.port(service) + "/api/v1/" + path);
    }

    URI tokens() {
        return URI.create(
                "http://localhost:" + listening.port("keycloak") + "/realms/chuyi/protocol/openid-connect/token");
    }

    public String kafka() {
        return "localhost:" + listening.port("kafka");
    }

    /** Log in with the database's name as user and password. */
    public String jdbc(String database) {
        return "jdbc:postgresql://localhost:" + listening.port("postgres") + "/" + database;
    }

    public Usage usage() {
        return Usage.now(processes);
    }

    /** Largest resident memory of each so far, for a line of details. */
    public String peaks() {
        return processes.entrySet().stream()
                .map(process ->
                        String.format(Locale.ROOT, "%s %.0f", process.getKey(), Processes.peak(process.getValue())))
                .collect(Collectors.joining(", "));
    }
}
