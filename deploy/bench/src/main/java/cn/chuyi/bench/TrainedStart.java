package cn.chuyi.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A start with the caches that {@code deploy/suite train} makes. It leaves the tree trained, so it comes last. */
final class TrainedStart implements Benchmark {
    private static final int STARTS = 3;

    @Override
    public Findings measure(Run run) throws IOException, InterruptedException {
        if (run.quick()) {
            return new Findings(List.of(), List.of());
        }
        run.stopSuite();
        var starts = new ArrayList<Start>();
        try (var opened = run.opened().within()) {
            var folder = opened.open(() -> Temporary.folder("bench-trained")).folder();
            train(opened, run, SuiteUp.environment(folder));
            for (int i = 0; i < STARTS; i++) {
                starts.add(SuiteUp.briefly(opened, run.root(), folder));
            }
        }
        var ready = starts.stream().map(Start::ready).sorted().toList();
        return new Findings(
                List.of(Figure.seconds(
                        "start with the caches of a training", ready.get(STARTS / 2), 15, "all three: " + text(ready))),
                List.of());
    }

    private static String text(List<Duration> ready) {
        return ready.stream()
                .map(one -> String.format(Locale.ROOT, "%.1f s", one.toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
    }

    private static void train(Opened opened, Run run, Map<String, String> environment)
            throws IOException, InterruptedException {
        var suite = run.root().resolve("deploy/suite").toString();
        var builder = new ProcessBuilder(suite, "train").inheritIO();
        builder.environment().putAll(environment);
        builder.environment().putAll(Listening.free().environment());
        var training = opened.open(() -> new Started(builder.start()));
        if (training.process().waitFor() != 0) {
            throw new IllegalStateException("deploy/suite train failed");
        }
    }
}
