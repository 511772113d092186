package cn.chuyi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Starts of the suite from a built tree: the very first one and a second one, and the one with the demo year that the other
 * benchmarks share. A short run has only the latter, which finds nothing unpacked and no data either.
 */
final class Starts implements Benchmark {
    private static final double HEAP_LIMIT_MIB = 320;

    @Override
    public Findings measure(Run run) throws IOException {
        var figures = new ArrayList<Figure>();
        if (run.quick()) {
            figures.add(first(run.suite().start()));
        } else {
            twice(run, figures);
        }
        figures.addAll(demo(run.suite().start()));
        return new Findings(figures, List.of());
    }

    private static void twice(Run run, List<Figure> figures) throws IOException {
        try (var opened = run.opened().within()) {
            var folder = opened.open(() -> Temporary.folder("bench")).folder();
            figures.add(first(SuiteUp.briefly(opened, run.root(), folder)));
            var second = SuiteUp.briefly(opened, run.root(), folder);
            figures.add(Figure.seconds("start from a built tree", second.ready(), 25, "the very first start"));
        }
    }

    private static Figure first(Start start) {
        return Figure.seconds("very first start, nothing unpacked, no data", start.ready(), 60, "the second start");
    }

    private static List<Figure> demo(Start demo) {
        return List.of(
                Figure.seconds(
                        "demo year loaded, all scores visible",
                        demo.complete().minus(demo.ready()),
                        60,
                        "start without it"),
                Figure.atMost(
                        "peak resident memory of the largest service at -Xmx128m, demo year loaded",
                        demo.resident().stream().max(Comparator.naturalOrder()).orElse(Double.NaN),
                        "MiB",
                        HEAP_LIMIT_MIB,
                        "-"));
    }
}
