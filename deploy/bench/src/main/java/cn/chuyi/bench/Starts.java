package cn.chuyi.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** A very first start of the suite, a second one, and the load of the demo year, all from a built tree. */
final class Starts implements Benchmark {
    private static final double HEAP_LIMIT_MIB = 320;

    @Override
    public Findings measure(Run run) throws IOException {
        try (var opened = run.opened().within()) {
            var folder = opened.open(() -> Temporary.folder("bench")).folder();
            var place = new Start.Place(run.root(), folder.resolve("run"), folder.resolve("cache"));
            var first = Start.measure(opened, place, List.of("--no-demo"));
            var second = Start.measure(opened, place, List.of("--no-demo"));
            var demo = Start.measure(opened, place, List.of());
            return new Findings(figures(first, second, demo), List.of());
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
