package cn.chuyi.local.suite;

import cn.chuyi.local.ClassArchive;
import cn.chuyi.local.Launch;
import cn.chuyi.local.Stopping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service. Once it was ready it is started again when it dies, five times at most. */
final class RunningApplication {

    static final String JAR = "quarkus-run.jar";

    private static final int RESTARTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** A service that was trained writes its cache when it stops. */
    private static final Duration CACHE_PATIENCE = Duration.ofMinutes(5);

    private static final Executor A_SECOND_LATER =
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Thread::startVirtualThread);

    private final Application application;
    private final Settings settings;
    private final ClassArchive archive;
    private final String jdbcUrl;
    private final Progress progress;
    private final Yielding yielding;

    private @Nullable Process process;
    private boolean kept;
    private boolean stopped;
    private int restarts;

    RunningApplication(
            Application application,
            Settings settings,
            ClassArchive archive,
            String jdbcUrl,
            Progress progress,
            Yielding yielding) {
        this.application = application;
        this.settings = settings;
        this.archive = archive;
        this.jdbcUrl = jdbcUrl;
        this.progress = progress;
        this.yielding = yielding;
    }

    /** Starts it and waits until it is ready. */
    void start() {
        launch();
        awaitReady();
        keep();
    }

    private synchronized void keep() {
        kept = true;
    }

    private synchronized void launch() {
        if (stopped) {
            return;
        }
        archive.prepare();
        var started = new Launch(command(), folder(), environment(), log()).start();
        settings.pids().add(application.folder(), started.toHandle());
        yielding.begin(started.toHandle());
        started.onExit().thenAccept(this::ended);
        process = started;
    }

    private void awaitReady() {
        var started = process();
        if (started != null) {
            Readiness.await(application.folder(), started, settings.readiness(application), log(), PATIENCE);
            progress.say(application.folder() + " ready on " + settings.url(application));
        }
    }

    private synchronized @Nullable Process process() {
        return process;
    }

    private synchronized void ended(Process gone) {
        if (stopped || !kept) {
            return;
        }
        var what = application.folder() + " ended with code " + gone.exitValue();
        if (restarts == RESTARTS) {
            progress.say(what + " once more and is left alone; see " + log());
            return;
        }
        restarts++;
        progress.say(what + " and is started again in a second (" + restarts + " of " + RESTARTS + "); see " + log());
        A_SECOND_LATER.execute(this::again);
    }

    private void again() {
        try {
            launch();
            awaitReady();
        } catch (CannotStartException e) {
            progress.say(e.sentences());
        }
    }

    /** Stops it for good. */
    void stop() {
        var last = forbidFurther();
        boolean writing = settings.training() || archive.isMissing();
        if (last != null
                && Stopping.gently(last.toHandle(), writing ? CACHE_PATIENCE : Stopping.PATIENCE)
                && wasReady()) {
            archive.keep();
        }
    }

    private synchronized boolean wasReady() {
        return kept;
    }

    private synchronized @Nullable Process forbidFurther() {
        stopped = true;
        return process;
    }

    /** Ends it without warning, as a crash would. */
    void crash() {
        var current = process();
        if (current != null) {
            current.destroyForcibly();
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(Launch.java()));
        command.addAll(Launch.SMALL_JVM);
        command.addAll(settings.compiler().options());
        var cache = settings.cache(application);
        if (settings.training()) {
            command.addAll(cache.making());
        } else {
            command.addAll(cache.using());
        }
        command.addAll(archive.options());
        command.addAll(List.of("-jar", JAR));
        return command;
    }

    private Map<String, String> environment() {
        return Map.of(
                "HTTP_PORT", Integer.toString(settings.ports().of(application.listener())),
                "DB_URL", jdbcUrl,
                "DB_USER", application.database(),
                "DB_PASSWORD", application.database(),
                "KAFKA_BOOTSTRAP_SERVERS", "localhost:" + settings.ports().of(Listener.KAFKA),
                "OIDC_AUTH_SERVER_URL", settings.keycloak().issuer(),
                "OIDC_AUDIENCE", "chuyi-api",
                "SIGNING_SECRET_FILE", settings.signingKey().made().toString(),
                "QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY", settings.uploads().toString());
    }

    private Path folder() {
        return settings.layout().application(application.folder());
    }

    private Path log() {
        return settings.log(application.folder());
    }
}
