package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.Figure;
import cn.chuyi.bench.Run;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** How time and memory of a rebuild grow with the events of the same country; each size in a JVM of its own. */
record Growth(Run run) {
    private static final int UNITS = 3200;

    private record Size(Measured measured, double peak) {}

    void measure(List<Figure> figures, List<String> details) throws IOException {
        var one = size(1, details);
        var two = size(2, details);
        var four = size(4, details);
        size(10, details);
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

    /** The second rebuild counts: it compares, and the JVM is warm. */
    private Size size(int millions, List<String> details) throws IOException {
        var found = RebuildBench.with(run, millions * RebuildBench.MILLION, UNITS, place -> {
            var child = place.child("rebuild", "256m");
            child.round();
            return new Size(child.round(), child.peak());
        });
        var measured = found.measured();
        details.add(String.format(
                Locale.ROOT,
                "- rebuild of %d M events at -Xmx256m: %.1f s, %.0f events/s, %.1f s CPU, servers %.1f s CPU, peak %.0f MiB",
                millions,
                measured.seconds(),
                measured.rate(),
                measured.own(),
                measured.servers(),
                found.peak()));
        return found;
    }
}
