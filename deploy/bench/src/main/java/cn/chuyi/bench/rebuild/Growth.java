package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.Figure;
import cn.chuyi.bench.Run;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * How time and memory of a rebuild grow with the events of the same country; each size in a JVM of its own. The largest
 * is also measured beside the two loops.
 */
record Growth(Run run) {
    private static final int UNITS = 3200;
    private static final int LARGEST = 10;
    private static final String HEAP = "256m";
    private static final String REBUILD = "rebuild";

    private record Size(Measured measured, double peak) {}

    void measure(List<Figure> figures, List<String> details) throws IOException {
        var one = size(1, details);
        var two = size(2, details);
        var four = size(4, details);
        largest(figures, details);
        figures.add(Figure.atMost("rebuild: time of 2 M events by that of 1 M", time(two, one), "", 2.1, "1 M events"));
        figures.add(
                Figure.atMost("rebuild: time of 4 M events by that of 2 M", time(four, two), "", 2.1, "2 M events"));
        figures.add(Figure.atMost(
                "rebuild: peak resident memory of 4 M events by that of 1 M",
                four.peak() / one.peak(),
                "",
                1.1,
                "1 M events"));
    }

    private static double time(Size larger, Size smaller) {
        return larger.measured().seconds() / smaller.measured().seconds();
    }

    private Size size(int millions, List<String> details) throws IOException {
        var found = with(millions, place -> second(place, REBUILD));
        details.add(detail(millions, REBUILD, found));
        return found;
    }

    private void largest(List<Figure> figures, List<String> details) throws IOException {
        var results = new LinkedHashMap<String, List<Measured>>();
        with(LARGEST, place -> {
            for (var name : List.of("bare", "decode", REBUILD)) {
                var found = second(place, name);
                results.put(name, List.of(found.measured()));
                details.add(detail(LARGEST, name, found));
            }
            return results;
        });
        figures.addAll(Ratios.figures(LARGEST * RebuildBench.MILLION, results));
    }

    private <T> T with(int millions, RebuildBench.Work<T> work) throws IOException {
        return RebuildBench.with(run, millions * RebuildBench.MILLION, UNITS, work);
    }

    /** The second round counts: a rebuild compares then, and the JVM is warm. */
    private Size second(RebuildBench.Place place, String name) throws IOException {
        var child = place.child(name, Jvm.ofService(name, HEAP, run.compiler()));
        child.round();
        return new Size(child.round(), child.peak());
    }

    private static String detail(int millions, String name, Size found) {
        var measured = found.measured();
        return String.format(
                Locale.ROOT,
                "- %s of %d M events at -Xmx%s: %.1f s, %.0f events/s, %.1f s CPU, servers %.1f s CPU, peak %.0f MiB",
                name,
                millions,
                HEAP,
                measured.seconds(),
                measured.rate(),
                measured.own(),
                measured.servers(),
                found.peak());
    }
}
