package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.Benchmark;
import cn.chuyi.bench.Opened;
import cn.chuyi.bench.Run;
import cn.chuyi.bench.Temporary;
import cn.chuyi.local.Compiler;
import cn.chuyi.reporting.rebuild.table.Schemas;
import cn.chuyi.reporting.rebuild.table.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A rebuild beside other readers of the same log, and beside itself over logs of twice the size. */
public final class RebuildBench implements Benchmark {
    private static final long SEED = 20260105;
    private static final int LARGEST_SAMPLE = 300;
    static final int MILLION = 1_000_000;
    private static final int FEW = 60_000;
    private static final String HEAP = "1g";
    private static final String IN_MEMORY = "streams-memory";
    private static final String ROCKSDB = "streams-rocksdb";

    /** A short run does without those that take longest for what they tell. */
    private static Map<String, Jvm> contenders(boolean quick, Compiler compiler) {
        var contenders = new LinkedHashMap<String, Jvm>();
        contenders.put("bare", Jvm.ofService("bare", HEAP, compiler));
        contenders.put("decode", Jvm.ofService("decode", HEAP, compiler));
        contenders.put("rebuild", Jvm.ofService("rebuild", HEAP, compiler));
        contenders.put(IN_MEMORY, Jvm.favoured(IN_MEMORY, "3g"));
        if (!quick) {
            contenders.put("quick", Jvm.ofService("quick", HEAP, compiler));
            contenders.put(ROCKSDB, Jvm.favoured(ROCKSDB, "1g"));
        }
        return contenders;
    }

    @Override
    public Findings measure(Run run) throws IOException {
        int events = run.quick() ? FEW : MILLION;
        int units = run.quick() ? 192 : 3200;
        int rounds = run.quick() ? 1 : 3;
        var contenders = contenders(run.quick(), run.compiler());
        var found = with(run, events, units, place -> contest(place, events, rounds, contenders, run.compiler()));
        if (!run.quick()) {
            new Growth(run).measure(found.figures(), found.details());
        }
        return found;
    }

    /** A filled log, and room for what reads it. */
    record Place(Opened opened, Servers servers, PastYears past, Path folder) {

        Child child(String name, Jvm jvm) throws IOException {
            return opened.open(() -> new Child(name, jvm, servers, folder.resolve(name + ".log")));
        }
    }

    /** What is done with a filled log. */
    interface Work<T> {
        T at(Place place) throws IOException;
    }

    static <T> T with(Run run, int events, int units, Work<T> work) throws IOException {
        try (var opened = run.opened().within()) {
            var folder = opened.open(() -> Temporary.folder("bench-rebuild")).folder();
            var servers = Servers.start(opened, run.root(), folder, run.compiler());
            System.out.printf("  filling the topics with %d events of %d units%n", events, units);
            var past = servers.fill(SEED, events, Population.of(units));
            return work.at(new Place(opened, servers, past, folder));
        }
    }

    private static Findings contest(Place place, int events, int rounds, Map<String, Jvm> contenders, Compiler compiler)
            throws IOException {
        var children = new LinkedHashMap<String, Child>();
        var results = new LinkedHashMap<String, List<Measured>>();
        var transactions = new Transactions(place.servers().address().database());
        for (var contender : contenders.entrySet()) {
            children.put(contender.getKey(), place.child(contender.getKey(), contender.getValue()));
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
                            Rows.plain(transactions, StreamsFold.SCHEMA),
                            Rows.paged(transactions, Schemas.LIVE));
                }
            }
        }
        var peaks = new LinkedHashMap<String, Double>();
        children.forEach((name, child) -> peaks.put(name, child.peak()));
        int sample = Math.min(LARGEST_SAMPLE, events / 1000);
        results.put(
                "single", List.of(single(place, sample, Objects.requireNonNull(children.get("rebuild")), compiler)));
        return new Findings(
                new ArrayList<>(Ratios.figures(events, results)),
                new ArrayList<>(Ratios.details(results, peaks, contenders)));
    }

    /** Folds some more events one by one into what was rebuilt; a last rebuild must find the same scores. */
    private static Measured single(Place place, int sample, Child rebuild, Compiler compiler) throws IOException {
        place.servers().send(sink -> place.past().more(sample, sink));
        var measured =
                place.child("single", Jvm.ofService("single", "256m", compiler)).round();
        rebuild.round();
        return measured;
    }
}
