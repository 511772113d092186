package cn.chuyi.local.suite;

import cn.chuyi.local.Compiler;
import cn.chuyi.local.Layout;
import cn.chuyi.local.LocalKafka;
import cn.chuyi.local.StartCache;
import cn.chuyi.local.demo.DemoYear;
import cn.chuyi.local.keycloak.LocalKeycloak;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What to start and where.
 *
 * @param layout the source tree
 * @param run folder of data, logs and process list
 * @param ports of all listeners
 * @param extent how much of it
 * @param compiler of the services and the broker
 */
record Settings(Layout layout, Path run, PortPlan ports, Extent extent, Compiler compiler) {

    /** Whether the three services are started too. */
    boolean applications() {
        return extent != Extent.SERVERS;
    }

    boolean training() {
        return extent == Extent.TRAINING;
    }

    Path log(String name) {
        return run.resolve("logs").resolve(name + ".log");
    }

    DataFolder postgresData() {
        return new DataFolder(run.resolve("postgres"));
    }

    DataFolder kafkaData() {
        return new DataFolder(kafka().folder());
    }

    DataFolder keycloakData() {
        return new DataFolder(keycloak().home());
    }

    /** Everything that outlives a run. */
    List<DataFolder> data() {
        return List.of(postgresData(), kafkaData(), keycloakData());
    }

    LocalKafka.Node kafka() {
        return new LocalKafka.Node(
                run.resolve("kafka"), log("kafka"), ports.of(Listener.KAFKA), ports.of(Listener.KAFKA_CONTROLLER));
    }

    LocalKeycloak keycloak() {
        return new LocalKeycloak(
                run.resolve("keycloak"), log("keycloak"), ports.of(Listener.KEYCLOAK), url(Application.REPORTING));
    }

    /** A service's ahead-of-time cache lies beside it, as a build makes it worthless. */
    StartCache cache(Application application) {
        var folder = layout.application(application.folder());
        return new StartCache(folder.resolve("app.aot"), folder.resolve(RunningApplication.JAR));
    }

    /** Where files lie while they are received: below the system's temporary folder they would lie in another user's. */
    Path uploads() {
        return run.resolve("uploads");
    }

    /** Of what was loaded once. */
    Path archives() {
        return run.resolve("archives");
    }

    String url(Application application) {
        return "http://localhost:" + ports.of(application.listener());
    }

    DemoYear.Addresses addresses() {
        return new DemoYear.Addresses(
                URI.create(url(Application.REGISTRY)),
                URI.create(url(Application.ASSESSMENT)),
                URI.create(url(Application.REPORTING)),
                URI.create(keycloak().tokenEndpoint()));
    }

    /** Answers 200 when the service is ready. */
    String readiness(Application application) {
        return url(application) + "/q/health/ready";
    }

    /** With which all three sign here; on a server each has its own. */
    SigningKey signingKey() {
        return new SigningKey(run.resolve("signing-key.pem"));
    }

    Pids pids() {
        return new Pids(run.resolve("pids"));
    }
}
