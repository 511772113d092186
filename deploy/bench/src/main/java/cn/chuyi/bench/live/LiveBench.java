package cn.chuyi.bench.live;

import cn.chuyi.bench.Benchmark;
import cn.chuyi.bench.Figure;
import cn.chuyi.bench.Latencies;
import cn.chuyi.bench.OpenLoop;
import cn.chuyi.bench.Run;
import cn.chuyi.bench.Usage;
import cn.chuyi.bench.suite.RunningSuite;
import cn.chuyi.local.Compiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Commands at a fixed rate until each is visible in a score, in turns with commits and trips through Kafka. */
public final class LiveBench implements Benchmark {
    private static final int[] RATES = {20, 100, 300};
    private static final int WARM_UP = 100;
    private static final int WARM_UP_SECONDS = 15;
    private static final double MEDIAN = 50;
    private static final double TAIL = 99;

    /** All rounds at one rate. */
    private static final class Measured {
        private final int rate;
        private Latencies visible = Latencies.of(new long[0]);
        private Latencies answered = visible;
        private Latencies reference = visible;
        private Usage usage = new Usage(Map.of());
        private int putOff;

        Measured(int rate) {
            this.rate = rate;
        }
    }

    @Override
    public Findings measure(Run run) throws Exception {
        int seconds = run.quick() ? 4 : 20;
        int rounds = run.quick() ? 1 : 3;
        var suite = run.suite();
        var all = new ArrayList<Measured>();
        for (int rate : RATES) {
            all.add(new Measured(rate));
        }
        try (var opened = run.opened().within()) {
            var commands = new Commands(suite);
            var roundtrip = opened.open(() -> new Roundtrip(suite));
            System.out.println("  warming up");
            warmUp(suite, commands, roundtrip, warmUps(run));
            for (int round = 1; round <= rounds; round++) {
                for (var measured : all) {
                    reference(roundtrip, measured, seconds);
                    live(suite, commands, measured, seconds);
                    System.out.println("  round " + round + ": " + line(measured));
                }
            }
        }
        return findings(all, suite.peaks());
    }

    private static int warmUps(Run run) {
        if (run.compiler() == Compiler.QUICK) {
            return 1;
        }
        return run.quick() ? 3 : 9;
    }

    /** Until what is run for each command is compiled for good, which takes the JVMs some ten thousand of them. */
    private static void warmUp(RunningSuite suite, Commands commands, Roundtrip roundtrip, int times)
            throws InterruptedException {
        reference(roundtrip, new Measured(WARM_UP), WARM_UP_SECONDS);
        for (int time = 0; time < times; time++) {
            live(suite, commands, new Measured(WARM_UP), WARM_UP_SECONDS);
        }
    }

    private static void reference(Roundtrip roundtrip, Measured into, int seconds) throws InterruptedException {
        into.reference =
                into.reference.and(OpenLoop.run(into.rate, into.rate * seconds, (_, _) -> roundtrip.perform()));
    }

    private static void live(RunningSuite suite, Commands commands, Measured into, int seconds)
            throws InterruptedException {
        var answered = new ConcurrentLinkedQueue<Long>();
        var before = suite.usage();
        int putOffBefore = commands.putOff();
        into.visible = into.visible.and(OpenLoop.run(
                into.rate, into.rate * seconds, (_, intended) -> answered.add(commands.perform() - intended)));
        into.usage = into.usage.and(suite.usage().since(before));
        into.putOff += commands.putOff() - putOffBefore;
        into.answered = into.answered.and(
                Latencies.of(answered.stream().mapToLong(nanos -> nanos).toArray()));
    }

    private static Findings findings(List<Measured> all, String peaks) {
        var figures = new ArrayList<Figure>();
        var details = new ArrayList<String>(List.of(
                "| commands a second | | p50 ms | p90 ms | p99 ms | most ms |",
                "| --- | --- | --- | --- | --- | --- |"));
        for (var measured : all) {
            figures.add(ratio(measured, MEDIAN, 3));
            figures.add(ratio(measured, TAIL, 5));
            details.add(row(measured, "score visible", measured.visible));
            details.add(row(measured, "command answered", measured.answered));
            details.add(row(measured, "commit and trip through Kafka", measured.reference));
        }
        for (var measured : all) {
            details.add("- CPU s of commands at " + measured.rate + "/s: " + measured.usage.text() + "; put off "
                    + measured.putOff + " times");
        }
        details.add("- peak MiB after the commands: " + peaks);
        return new Findings(figures, details);
    }

    private static Figure ratio(Measured measured, double percent, double goal) {
        double visible = measured.visible.millis(percent);
        double reference = measured.reference.millis(percent);
        return Figure.atMost(
                String.format(
                        Locale.ROOT, "score visible, %d commands/s, p%.0f: commit and Kafka", measured.rate, percent),
                visible / reference,
                "",
                goal,
                String.format(Locale.ROOT, "%.1f ms beside %.1f ms", visible, reference));
    }

    private static String row(Measured measured, String what, Latencies latencies) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %.1f | %.1f | %.1f | %.1f |",
                measured.rate,
                what,
                latencies.millis(MEDIAN),
                latencies.millis(90),
                latencies.millis(TAIL),
                latencies.millis(100));
    }

    private static String line(Measured measured) {
        return String.format(
                Locale.ROOT,
                "%d/s: visible %.1f and %.1f ms, answered %.1f and %.1f ms, reference %.1f and %.1f ms (p50, p99)",
                measured.rate,
                measured.visible.millis(MEDIAN),
                measured.visible.millis(TAIL),
                measured.answered.millis(MEDIAN),
                measured.answered.millis(TAIL),
                measured.reference.millis(MEDIAN),
                measured.reference.millis(TAIL));
    }
}
