package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.Benchmark;
import cn.chuyi.bench.Figure;
import cn.chuyi.bench.Trees;
import cn.chuyi.reporting.rebuild.table.Schemas;
import cn.chuyi.reporting.rebuild.table.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A rebuild beside other readers of the same log, and beside itself over logs of twice the size. */
public final class RebuildBench implements Benchmark {
    private static final long SEED = 20260105;
    private static final int SAMPLE = 300;
    private static final int MILLION = 1_000_000;
    private static final String IN_MEMORY = "streams-memory";
    private static final String ROCKSDB = "streams-rocksdb";

    /** Contenders with the heap of each. */
    private static final Map<String, String> CONTENDERS = new LinkedHashMap<>();

    static {
        CONTENDERS.put("bare", "256m");
        CONTENDERS.put("decode", "256m");
        CONTENDERS.put("quick", "256m");
        CONTENDERS.put("rebuild", "256m");
        CONTENDERS.put(IN_MEMORY, "3g");
        CONTENDERS.put(ROCKSDB, "512m");
    }

    @Override
    public Findings measure(Path root, boolean quick) throws IOException {
        var figures = new ArrayList<Figure>();
        var details = new ArrayList<String>();
        int events = quick ? MILLION / 10 : MILLION;
        int units = quick ? 320 : 3200;
        int rounds = quick ? 2 : 3;
        with(root, events, units, (servers, past, folder) -> contest(servers, past, folder, events, rounds, figures, details));
        if (!quick) {
            scale(root, figures, details);
        }
        return new Findings(figures, details);
    }

    private interface Work {
        void on(Servers servers, PastYears past, Path folder) throws IOException;
    }

    private static void with(Path root, int events, int units, Work work) throws IOException {
        var folder = Files.createTempDirectory("bench-rebuild");
        try (var servers = Servers.start(root, folder)) {
            System.out.printf("  filling the topics with %d events of %d units%n", events, units);
            var past = servers.fill(SEED, events, Population.of(units));
            work.on(servers, past, folder);
        } finally {
            Trees.delete(folder);
        }
    }

    private static void contest(
            Servers servers, PastYears past, Path folder, int events, int rounds, List<Figure> figures, List<String> details)
            throws IOException {
        var children = new LinkedHashMap<String, Child>();
        var results = new LinkedHashMap<String, List<Measured>>();
        var transactions = new Transactions(servers.address().database());
        try {
            for (var contender : CONTENDERS.entrySet()) {
                var name = contender.getKey();
                children.put(name, new Child(
                        name, contender.getValue(), servers, folder.resolve(name + ".log"), List.of()));
                results.put(name, new ArrayList<>());
            }
            for (int round = 0; round <= rounds; round++) {
                System.out.println(round == 0 ? "  warming up" : "  round " + round);
                for (var child : children.entrySet()) {
                    var measured = child.getValue().round();
                    if (round > 0) {
                        results.get(child.getKey()).add(measured);
                    }
                    if (round == 0 && child.getKey().startsWith("streams")) {
                        Rows.requireSame(
                                child.getKey(),
                                Rows.of(transactions, StreamsFold.SCHEMA),
                                Rows.of(transactions, Schemas.LIVE));
                    }
                }
            }
            var peaks = new LinkedHashMap<String, Double>();
            children.forEach((name, child) -> peaks.put(name, child.peak()));
            results.put("single", List.of(single(servers, past, folder, children.get("rebuild"))));
            figures.addAll(Ratios.figures(events, results));
            details.addAll(Ratios.details(results, peaks, CONTENDERS));
        } finally {
            for (var child : children.values()) {
                child.close();
            }
        }
    }

    /** Folds some more events one by one into what was rebuilt; a last rebuild must find the same scores. */
    private static Measured single(Servers servers, PastYears past, Path folder, Child rebuild) throws IOException {
        servers.send(sink -> past.more(SAMPLE, sink));
        try (var child = new Child("single", "256m", servers, folder.resolve("single.log"), List.of())) {
            var measured = child.round();
            rebuild.round();
            return measured;
        }
    }

    /** Twice and four times the events of the same country, and each time a JVM of its own. */
    private static void scale(Path root, List<Figure> figures, List<String> details) throws IOException {
        var best = new LinkedHashMap<Integer, Measured>();
        var peaks = new LinkedHashMap<Integer, Double>();
        for (int size : List.of(1, 2, 4, 10)) {
            with(root, size * MILLION, 3200, (servers, _, folder) -> {
                try (var child = new Child("rebuild", "256m", servers, folder.resolve("rebuild.log"), List.of())) {
                    child.round();
                    best.put(size, child.round());
                    peaks.put(size, child.peak());
                }
            });
            details.add(String.format(
                    Locale.ROOT,
                    "- rebuild of %d M events at -Xmx256m: %.1f s, %.0f events/s, %.1f s CPU, servers %.1f s CPU, peak %.0f MiB",
                    size, best.get(size).seconds(), best.get(size).rate(), best.get(size).own(),
                    best.get(size).servers(), peaks.get(size)));
        }
        figures.add(Figure.atMost("rebuild: time of 2 M events by that of 1 M",
                best.get(2).seconds() / best.get(1).seconds(), "", 2.1, "1 M events"));
        figures.add(Figure.atMost("rebuild: time of 4 M events by that of 2 M",
                best.get(4).seconds() / best.get(2).seconds(), "", 2.1, "2 M events"));
        figures.add(Figure.atMost("rebuild: peak resident memory of 4 M events by that of 1 M",
                peaks.get(4) / peaks.get(1), "", 1.1, "1 M events"));
    }
}
