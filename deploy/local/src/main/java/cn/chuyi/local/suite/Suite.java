package cn.chuyi.local.suite;

import cn.chuyi.local.LocalKafka;
import cn.chuyi.local.LocalPostgres;
import cn.chuyi.local.Stopping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka, Keycloak and the three services, started together and stopped in order: whoever needs another
 * stops before it, so that consumers leave their group and nobody retries into the void.
 */
final class Suite implements AutoCloseable {

    static final String LAUNCHER = "launcher";

    private static final Duration KEYCLOAK_PATIENCE = Duration.ofSeconds(240);
    private static final Duration WRITING = Duration.ofMinutes(5);

    private final Settings settings;
    private final Progress progress;
    private final Archives archives;
    private final Yielding yielding = new Yielding();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Map<Application, RunningApplication> applications = new EnumMap<>(Application.class);
    private final List<ProcessHandle> kafka = new ArrayList<>();
    private final List<ProcessHandle> keycloak = new ArrayList<>();
    private @Nullable CompletableFuture<LocalPostgres> postgres;

    Suite(Settings settings, Progress progress) {
        this(settings, progress, Archives.NONE);
    }

    Suite(Settings settings, Progress progress, Archives archives) {
        this.settings = settings;
        this.progress = progress;
        this.archives = archives;
    }

    /** Starts all and returns when all are ready. When it fails, close it: some may run. */
    void start() {
        emptyLogs();
        settings.pids().add(LAUNCHER, ProcessHandle.current());
        var login = run(this::startKeycloak);
        var records = run(this::startKafka);
        var database = CompletableFuture.supplyAsync(this::startPostgres, Thread::startVirtualThread);
        postgres = database;
        awaitAll(List.of(records, database));
        var waiting = new ArrayList<CompletableFuture<?>>(List.of(login));
        if (settings.applications()) {
            add(database.join()).forEach(application -> waiting.add(run(application::start)));
        }
        awaitAll(waiting);
        ready.set(true);
    }

    private static CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, Thread::startVirtualThread);
    }

    /** Returns when all have succeeded, and fails as soon as one has failed. */
    private static void awaitAll(Collection<? extends CompletableFuture<?>> tasks) {
        var failure = new CompletableFuture<Void>();
        tasks.forEach(task -> task.whenComplete((nothing, problem) -> {
            if (problem != null) {
                failure.completeExceptionally(problem);
            }
        }));
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(tasks.toArray(CompletableFuture<?>[]::new)), failure)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void emptyLogs() {
        try {
            var folder = Files.createDirectories(settings.run().resolve("logs"));
            try (var logs = Files.newDirectoryStream(folder, "*.log")) {
                for (var log : logs) {
                    Files.delete(log);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + settings.run(), e);
        }
    }

    private LocalPostgres startPostgres() {
        var data = settings.postgresData();
        var server = LocalPostgres.persistent(
                data.prepared(), settings.log("postgres"), settings.ports().of(Listener.POSTGRES));
        LocalPostgres.process(data.folder()).ifPresent(process -> watch("postgres", process));
        for (var application : Application.values()) {
            server.database(application.database());
        }
        data.proven();
        progress.say("PostgreSQL ready on localhost:" + server.port());
        return server;
    }

    private void startKafka() {
        var data = settings.kafkaData();
        data.prepared();
        archives.kafka().prepare();
        var broker = LocalKafka.persistent(
                settings.layout(),
                settings.kafka(),
                settings.compiler(),
                archives.kafka(),
                process -> watch("kafka", register(kafka, process)));
        data.proven();
        progress.say("Kafka ready on " + broker.bootstrapServers());
    }

    private void startKeycloak() {
        var server = settings.keycloak();
        var data = settings.keycloakData();
        data.prepared();
        var process = server.start(settings.layout(), archives.keycloak());
        watch("keycloak", register(keycloak, process.toHandle()));
        Readiness.await("Keycloak", process, server.readiness(), server.log(), KEYCLOAK_PATIENCE);
        server.proven();
        data.proven();
        yielding.end();
        progress.say("Keycloak ready on " + server.url());
    }

    private synchronized Collection<RunningApplication> add(LocalPostgres server) {
        for (var application : Application.values()) {
            applications.put(application, running(application, server));
        }
        return List.copyOf(applications.values());
    }

    private RunningApplication running(Application application, LocalPostgres server) {
        return new RunningApplication(
                application,
                settings,
                archives.of(application),
                server.jdbcUrl(application.database()),
                progress,
                yielding);
    }

    /** A process that appears while the suite stops is stopped at once. */
    private synchronized ProcessHandle register(List<ProcessHandle> kind, ProcessHandle process) {
        if (closing.get()) {
            process.destroyForcibly();
        }
        kind.add(process);
        return process;
    }

    private void watch(String name, ProcessHandle process) {
        settings.pids().add(name, process);
        process.onExit().thenRun(() -> {
            if (!closing.get()) {
                progress.say(name + " ended by itself, and nothing works without it: stop the suite and start it again;"
                        + " see " + settings.log(name));
            }
        });
    }

    /** Ends one service as a crash would; it comes back by itself. */
    synchronized void crash(Application application) {
        of(application).crash();
    }

    /** Stops one service, deletes all it stored in its database, and starts it again from nothing. */
    void forget(Application application) {
        of(application).stop();
        var server = Objects.requireNonNull(postgres).join();
        server.drop(application.database());
        server.database(application.database());
        var anew = running(application, server);
        replace(application, anew);
        anew.start();
    }

    private synchronized void replace(Application application, RunningApplication anew) {
        applications.put(application, anew);
    }

    private synchronized RunningApplication of(Application application) {
        return Objects.requireNonNull(applications.get(application), "not started");
    }

    boolean isClosing() {
        return closing.get();
    }

    /** Stops what runs, each with a bounded wait. The first call does it. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        progress.say("stopping");
        archives.missing().ifPresent(progress::say);
        awaitAll(running().stream().map(application -> run(application::stop)).toList());
        stopAll(keycloak, archives.keycloak().isWriting(), archives.keycloak()::keep);
        stopAll(kafka, archives.kafka().isMissing(), archives.kafka()::keep);
        stopPostgres();
        settings.pids().clear();
        progress.say("stopped");
    }

    private synchronized List<RunningApplication> running() {
        return List.copyOf(applications.values());
    }

    /** One that writes down what it has loaded needs a while; what was loaded before all were ready is not worth keeping. */
    private void stopAll(List<ProcessHandle> processes, boolean writing, Runnable keep) {
        List<ProcessHandle> copy;
        synchronized (this) {
            copy = List.copyOf(processes);
        }
        for (var process : copy) {
            if (Stopping.gently(process, writing ? WRITING : Stopping.PATIENCE) && ready.get()) {
                keep.run();
            }
        }
    }

    private void stopPostgres() {
        if (postgres != null) {
            postgres.handle((server, problem) -> server)
                    .thenAccept(server -> {
                        if (server != null) {
                            server.close();
                        }
                    })
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        }
    }
}
