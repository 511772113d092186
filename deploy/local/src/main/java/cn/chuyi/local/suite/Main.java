package cn.chuyi.local.suite;

import cn.chuyi.local.Layout;
import cn.chuyi.local.Stopping;
import cn.chuyi.local.demo.DemoYear;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The launcher behind {@code deploy/suite}. */
public final class Main {

    private static final Duration ORDERED_STOP = Duration.ofSeconds(120);

    private final Settings settings;
    private final Progress progress;

    private Main(Settings settings) {
        this.settings = settings;
        this.progress = new Progress(System.out, Clock.systemUTC());
    }

    /** Arguments: see {@link CommandLine#USAGE}. Ends with 1 when what was asked for could not be done. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            var line = CommandLine.parse(List.of(arguments));
            var main = new Main(settings(line));
            switch (line) {
                case CommandLine.Up up -> main.up(up);
                case CommandLine.Down _ -> main.down();
                case CommandLine.Status _ -> main.status();
                case CommandLine.Train _ -> main.train();
            }
        } catch (CannotStartException e) {
            System.err.println(e.sentences());
            System.exit(1);
        }
    }

    private static Settings settings(CommandLine line) {
        var layout = Layout.here();
        var run = layout.run(System.getenv("SUITE_RUN_DIR")).toAbsolutePath();
        return new Settings(layout, run, PortPlan.of(System.getenv()), line.extent(), line.compiler());
    }

    private void up(CommandLine.Up wish) throws InterruptedException {
        clearTheWay();
        if (wish.fresh()) {
            forget();
        }
        var suite = started();
        if (wish.demo() && wish.applications()) {
            loadDemoYear(suite);
        }
        System.out.println(Welcome.text(settings));
        endlessly();
    }

    private void train() throws InterruptedException {
        clearTheWay();
        progress.say("training; each service writes its cache when it stops, which takes a while");
        started().close();
        progress.say("the caches are made; they are used until the services are built again");
    }

    /** Nothing of an earlier run is left, and nothing forbids the start. */
    private void clearTheWay() {
        launcher().ifPresent(entry -> {
            throw new CannotStartException("The suite runs already (process " + entry.pid()
                    + "): deploy/suite status shows it, deploy/suite down stops it.");
        });
        Orphans.stop(settings.pids(), progress);
        Ground.check(settings);
    }

    private Suite started() throws InterruptedException {
        var suite = new Suite(settings, progress, Archives.of(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop"));
        start(suite);
        return suite;
    }

    /** Only what the suite put there: the folder may have been named by hand. */
    private void forget() {
        settings.data().forEach(DataFolder::forget);
    }

    private static void start(Suite suite) throws InterruptedException {
        try {
            suite.start();
        } catch (RuntimeException e) {
            if (suite.isClosing()) {
                endlessly();
            }
            throw e instanceof CannotStartException ? e : new CannotStartException(String.valueOf(e.getMessage()));
        }
    }

    private void loadDemoYear(Suite suite) throws InterruptedException {
        try {
            DemoYear.load(settings.addresses(), progress::say);
        } catch (RuntimeException e) {
            if (suite.isClosing()) {
                endlessly();
            }
            progress.say("the demo year is not complete (" + e.getMessage()
                    + "); the suite runs on, and its next start loads the rest");
        }
    }

    /** Until the shutdown hook has done its work. */
    private static void endlessly() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private Optional<Pids.Entry> launcher() {
        return settings.pids().alive().stream()
                .filter(entry -> entry.name().equals(Suite.LAUNCHER))
                .findFirst();
    }

    private void down() {
        launcher().flatMap(Pids.Entry::process).ifPresent(process -> {
            progress.say("asking the launcher to stop (process " + process.pid() + ")");
            process.destroy();
            if (!Stopping.ends(process, ORDERED_STOP)) {
                throw new CannotStartException("The launcher did not stop within " + ORDERED_STOP.toSeconds()
                        + " s; end process " + process.pid() + " yourself, then run deploy/suite down again.");
            }
        });
        Orphans.stop(settings.pids(), progress);
        progress.say("nothing of the suite runs");
    }

    private void status() {
        var lines = Status.lines(settings);
        if (lines.isEmpty()) {
            throw new CannotStartException("The suite does not run.");
        }
        lines.forEach(System.out::println);
    }
}
