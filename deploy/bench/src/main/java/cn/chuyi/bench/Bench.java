package cn.chuyi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs the benchmarks and writes the table of goals and results; ends with 1 where a goal is missed.
 *
 * <p>Arguments: the root of the tree, the file for the table, and {@code --quick} to leave out what takes longer than
 * five minutes.
 */
public final class Bench {
    private static final double HEAP_LIMIT_MIB = 320;

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var root = Path.of(arguments[0]);
        var table = Path.of(arguments[1]);
        var figures = new ArrayList<>(starts(root));
        if (!List.of(arguments).contains("--quick")) {
            figures.add(tests(root));
        }
        var text = text(figures);
        Files.createDirectories(table.getParent());
        Files.writeString(table, text);
        System.out.println(text);
        System.exit(figures.stream().allMatch(Figure::reached) ? 0 : 1);
    }

    /** A very first start, a second one, and the load of the demo year, all from a built tree. */
    private static List<Figure> starts(Path root) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("bench");
        try {
            var run = folder.resolve("run");
            var cache = folder.resolve("cache");
            var first = Start.measure(root, run, cache, List.of("--no-demo"));
            var second = Start.measure(root, run, cache, List.of("--no-demo"));
            var demo = Start.measure(root, run, cache, List.of());
            return List.of(
                    seconds("very first start, nothing unpacked, no data", first.ready(), 60, "the second start"),
                    seconds("start from a built tree", second.ready(), 25, "the very first start"),
                    seconds(
                            "demo year loaded, all scores visible",
                            demo.complete().minus(demo.ready()),
                            60,
                            "start without it"),
                    new Figure(
                            "peak resident memory of the largest service at -Xmx128m, demo year loaded",
                            demo.resident().stream()
                                    .max(Comparator.naturalOrder())
                                    .orElse(Double.NaN),
                            "MiB",
                            HEAP_LIMIT_MIB,
                            "before the load: "
                                    + Math.round(second.resident().stream()
                                            .max(Comparator.naturalOrder())
                                            .orElse(Double.NaN))
                                    + " MiB"));
        } finally {
            delete(folder);
        }
    }

    private static Figure tests(Path root) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int exit = new ProcessBuilder(root.resolve("deploy/suite").toString(), "test")
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("deploy/suite test failed");
        }
        return seconds(
                "deploy/suite test, warm Maven repository", Duration.ofNanos(System.nanoTime() - begin), 600, "-");
    }

    private static Figure seconds(String name, Duration value, double goal, String reference) {
        return new Figure(name, value.toMillis() / 1000.0, "s", goal, reference);
    }

    static String text(List<Figure> figures) {
        var text = new StringBuilder("| figure | result | goal | | beside |\n| --- | --- | --- | --- | --- |\n");
        figures.forEach(figure -> text.append(figure.row()).append('\n'));
        return text.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
