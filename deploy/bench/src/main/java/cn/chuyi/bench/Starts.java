package cn.chuyi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A very first start of the suite and a second one, from a built tree; and the start with the demo year that the other
 * benchmarks share.
 */
final class Starts implements Benchmark {
    private static final double HEAP_LIMIT_MIB = 320;

    @Override
    public Findings measure(Run run) throws IOException {
        try (var opened = run.opened().within()) {
            var folder = opened.open(() -> Temporary.folder("bench")).folder();
            var first = withoutDemo(opened, run.root(), folder);
            var second = withoutDemo(opened, run.root(), folder);
            return new Findings(figures(first, second, run.suite().start()), List.of());
        }
    }

    /** @param folder of all that is kept, unpacked servers too */
    private static Start withoutDemo(Opened opened, Path root, Path folder) throws IOException {
        try (var started = opened.within()) {
            var cache = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
            var place = new SuiteUp.Place(root, folder.resolve("run"), Listening.free());
            long begin = System.nanoTime();
            var suite = SuiteUp.start(started, place, cache, List.of("--no-demo"));
            return Start.watch(suite, begin);
        }
    }

    private static List<Figure> figures(Start first, Start second, Start demo) {
        return List.of(
                seconds("very first start, nothing unpacked, no data", first.ready(), 60, "the second start"),
                seconds("start from a built tree", second.ready(), 25, "the very first start"),
                seconds(
                        "demo year loaded, all scores visible",
                        demo.complete().minus(demo.ready()),
                        60,
                        "start without it"),
                Figure.atMost(
                        "peak resident memory of the largest service at -Xmx128m, demo year loaded",
                        largest(demo),
                        "MiB",
                        HEAP_LIMIT_MIB,
                        "before the load: " + Math.round(largest(second)) + " MiB"));
    }

    private static double largest(Start start) {
        return start.resident().stream().max(Comparator.naturalOrder()).orElse(Double.NaN);
    }

    private static Figure seconds(String name, Duration value, double goal, String reference) {
        return Figure.atMost(name, value.toMillis() / 1000.0, "s", goal, reference);
    }
}
