package cn.chuyi.bench.relay;

import cn.chuyi.bench.Infrastructure;
import cn.chuyi.bench.Opened;
import cn.chuyi.bench.Started;
import cn.chuyi.bench.Usage;
import cn.chuyi.local.Compiler;
import cn.chuyi.local.Launch;
import cn.chuyi.local.Layout;
import cn.chuyi.local.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registry's service in a JVM as the suite starts it, with nobody who asks it anything. */
record Service(Map<String, ProcessHandle> processes) {
    static final String DATABASE = "registry";
    static final String TOPIC = "chuyi.registry.v1";
    private static final String FOLDER = "registry-service";
    private static final int OK = 200;

    /** Returns when it is ready; its journal is empty. */
    static Service start(Opened opened, Path root, Path folder, Infrastructure ground, Compiler compiler)
            throws IOException, InterruptedException {
        int port = Ports.free();
        var command = new ArrayList<>(List.of(Launch.java()));
        command.addAll(Launch.SMALL_JVM);
        command.addAll(compiler.options());
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        var environment = Map.of(
                "HTTP_PORT", Integer.toString(port),
                "DB_URL", ground.postgres().jdbcUrl(DATABASE),
                "DB_USER", DATABASE,
                "DB_PASSWORD", DATABASE,
                "KAFKA_BOOTSTRAP_SERVERS", ground.kafka().bootstrapServers());
        var log = folder.resolve(FOLDER + ".log");
        var launch = new Launch(command, new Layout(root).application(FOLDER), environment, log);
        var process = opened.open(() -> new Started(launch.start())).process();
        awaitReady(process, URI.create("http://localhost:" + port + "/q/health/ready"), log);
        var processes = new LinkedHashMap<String, ProcessHandle>();
        processes.put("service", process.toHandle());
        processes.put("kafka", ground.kafka().process());
        processes.put("postgres", ground.postgresProcess());
        return new Service(processes);
    }

    Usage usage() {
        return Usage.now(processes);
    }

    private static void awaitReady(Process process, URI readiness, Path log) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(readiness).build();
            while (process.isAlive()) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == OK) {
                        return;
                    }
                } catch (IOException notYet) {
                    // It does not listen yet.
                }
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException(FOLDER + " did not start; see " + log);
    }
}
