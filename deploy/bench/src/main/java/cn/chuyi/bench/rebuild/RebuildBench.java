package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.Benchmark;
import cn.chuyi.bench.Trees;
import cn.chuyi.reporting.rebuild.table.Schemas;
import cn.chuyi.reporting.rebuild.table.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A rebuild beside other readers of the same log, and beside itself over logs of twice the size. */
public final class RebuildBench implements Benchmark {
    private static final long SEED = 20260105;
    private static final int SAMPLE = 300;
    static final int MILLION = 1_000_000;
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
        int events = quick ? MILLION / 10 : MILLION;
        int units = quick ? 320 : 3200;
        int rounds = quick ? 1 : 3;
        var found =
                with(root, events, units, (servers, past, folder) -> contest(servers, past, folder, events, rounds));
        if (!quick) {
            new Growth(root).measure(found.figures(), found.details());
        }
        return found;
    }

    /** What is done with a filled log. */
    interface Work<T> {
        T on(Servers servers, PastYears past, Path folder) throws IOException;
    }

    static <T> T with(Path root, int events, int units, Work<T> work) throws IOException {
        var folder = Files.createTempDirectory("bench-rebuild");
        try (var servers = Servers.start(root, folder)) {
            System.out.printf("  filling the topics with %d events of %d units%n", events, units);
            var past = servers.fill(SEED, events, Population.of(units));
            return work.on(servers, past, folder);
        } finally {
            Trees.delete(folder);
        }
    }

    private static Findings contest(Servers servers, PastYears past, Path folder, int events, int rounds)
            throws IOException {
        var children = new LinkedHashMap<String, Child>();
        var results = new LinkedHashMap<String, List<Measured>>();
        var transactions = new Transactions(servers.address().database());
        try {
            for (var contender : CONTENDERS.entrySet()) {
                var name = contender.getKey();
                children.put(
                        name, new Child(name, contender.getValue(), servers, folder.resolve(name + ".log"), List.of()));
            }
            for (int round = 0; round <= rounds; round++) {
                System.out.println(round == 0 ? "  warming up" : "  round " + round);
                for (var child : children.entrySet()) {
                    var measured = child.getValue().round();
                    if (round > 0) {
                        results.computeIfAbsent(child.getKey(), _ -> new ArrayList<>())
                                .add(measured);
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
            results.put(
                    "single", List.of(single(servers, past, folder, Objects.requireNonNull(children.get("rebuild")))));
            return new Findings(
                    new ArrayList<>(Ratios.figures(events, results)),
                    new ArrayList<>(Ratios.details(results, peaks, CONTENDERS)));
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
}
