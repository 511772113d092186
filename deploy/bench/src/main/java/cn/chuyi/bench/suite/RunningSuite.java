package cn.chuyi.bench.suite;

import cn.chuyi.bench.Opened;
import cn.chuyi.bench.Processes;
import cn.chuyi.bench.SuiteUp;
import cn.chuyi.bench.Temporary;
import cn.chuyi.bench.Usage;
import cn.chuyi.local.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The suite as a person starts it, demo year and all, on free ports.
 *
 * @param ports by the name of who listens
 * @param processes of services and servers
 */
public record RunningSuite(Map<String, Integer> ports, Map<String, ProcessHandle> processes) {
    public static final int YEAR = 2025;
    public static final String REGISTRY = "registry";
    public static final String REPORTING = "reporting";

    private static final List<String> LISTENERS =
            List.of(REGISTRY, "assessment", REPORTING, "keycloak", "postgres", "kafka", "kafka_controller");
    private static final List<String> PROCESSES =
            List.of("registry-service", "assessment-service", "reporting-service", "kafka", "postgres", "keycloak");

    /** Returns when all is up and the demo year loaded. */
    public static RunningSuite start(Opened opened, Path root) throws IOException {
        var run = opened.open(() -> Temporary.folder("bench-suite")).folder();
        var ports = new HashMap<String, Integer>();
        var environment = new HashMap<String, String>();
        for (var listener : LISTENERS) {
            int port = Ports.free();
            ports.put(listener, port);
            environment.put("SUITE_" + listener.toUpperCase(Locale.ROOT) + "_PORT", Integer.toString(port));
        }
        var suite = SuiteUp.start(opened, root, run, environment, List.of());
        suite.await(_ -> {});
        var processes = new LinkedHashMap<String, ProcessHandle>();
        for (var name : PROCESSES) {
            suite.process(name).ifPresent(process -> processes.put(name, process));
        }
        return new RunningSuite(Map.copyOf(ports), processes);
    }

    private int port(String listener) {
        return Objects.requireNonNull(ports.get(listener));
    }

    /** @param path below {@code /api/v1/} */
    public URI uri(String service, String path) {
        return URI.create("http://localhost:" + port(service) + "/api/v1/" + path);
    }

    URI tokens() {
        return URI.create("http://localhost:" + port("keycloak") + "/realms/chuyi/protocol/openid-connect/token");
    }

    public String kafka() {
        return "localhost:" + port("kafka");
    }

    /** Log in with the database's name as user and password. */
    public String jdbc(String database) {
        return "jdbc:postgresql://localhost:" + port("postgres") + "/" + database;
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
