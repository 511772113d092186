package cn.chuyi.bench;

import cn.chuyi.bench.Benchmark.Findings;
import cn.chuyi.bench.live.LiveBench;
import cn.chuyi.bench.reads.ApiBench;
import cn.chuyi.bench.reads.ReadsBench;
import cn.chuyi.bench.reads.SimulationBench;
import cn.chuyi.bench.rebuild.RebuildBench;
import cn.chuyi.bench.relay.RelayBench;
import cn.chuyi.local.Compiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the benchmarks and writes the table of goals and results; ends with 1 where a goal is missed. Told to stop, it
 * stops what it started, in order.
 *
 * <p>Arguments: the root of the tree, the file for the table, {@code --quick} for less of everything, {@code --long-run}
 * for servers that are compiled for that, and names of benchmarks; without a name all run.
 */
public final class Bench {
    private static final String QUICK = "--quick";
    private static final String LONG_RUN = "--long-run";

    private Bench() {}

    private static Map<String, Benchmark> all() {
        var all = new LinkedHashMap<String, Benchmark>();
        all.put("rebuild", new RebuildBench());
        all.put("relay", new RelayBench());
        all.put("tests", new Tests());
        all.put("starts", new Starts());
        all.put("reads", new ReadsBench());
        all.put("api", new ApiBench());
        all.put("simulation", new SimulationBench());
        all.put("live", new LiveBench());
        all.put("trained", new TrainedStart());
        return all;
    }

    public static void main(String[] arguments) {
        var root = Path.of(arguments[0]);
        var table = Path.of(arguments[1]);
        var options = List.of(arguments).subList(2, arguments.length);
        var all = all();
        var named = new ArrayList<>(options);
        named.removeAll(List.of(QUICK, LONG_RUN));
        if (!all.keySet().containsAll(named)) {
            System.err.println("Benchmarks: " + String.join(", ", all.keySet()) + "; " + QUICK + ", " + LONG_RUN);
            System.exit(2);
        }
        if (!named.isEmpty()) {
            all.keySet().retainAll(named);
        }
        var opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "stop"));
        try {
            var compiler = options.contains(LONG_RUN) ? Compiler.OPTIMISING : Compiler.QUICK;
            var figures = run(all, new Run(root, options.contains(QUICK), compiler, opened), table);
            System.exit(figures.stream().allMatch(Figure::reached) ? 0 : 1);
        } catch (Exception e) {
            if (!opened.isClosed()) {
                e.printStackTrace();
            }
            System.exit(1);
        }
    }

    /** @param table file that is written anew after each */
    static List<Figure> run(Map<String, Benchmark> benchmarks, Run run, Path table) throws Exception {
        var figures = new ArrayList<Figure>();
        var details = new ArrayList<String>();
        var times = new ArrayList<String>();
        var text = "";
        long begin = System.nanoTime();
        Files.createDirectories(table.toAbsolutePath().getParent());
        for (var benchmark : benchmarks.entrySet()) {
            long its = System.nanoTime();
            System.out.println(benchmark.getKey());
            var found = findings(benchmark.getKey(), benchmark.getValue(), run);
            figures.addAll(found.figures());
            details.addAll(found.details());
            times.add(benchmark.getKey() + " " + seconds(its));
            text = text(figures) + "\n" + String.join("\n", details) + "\n- elapsed: " + String.join(", ", times)
                    + "; in all " + seconds(begin) + "\n";
            Files.writeString(table, text);
        }
        System.out.println(text);
        return figures;
    }

    /** One that breaks off says so in the table, and the others go on. */
    private static Findings findings(String name, Benchmark benchmark, Run run) throws Exception {
        try {
            return benchmark.measure(run);
        } catch (Exception e) {
            if (run.opened().isClosed()) {
                throw e;
            }
            e.printStackTrace();
            return new Findings(List.of(Figure.none(name, e)), List.of());
        }
    }

    private static String seconds(long begin) {
        return String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - begin) / 1e9);
    }

    static String text(List<Figure> figures) {
        var text = new StringBuilder("| figure | result | goal | | beside |\n| --- | --- | --- | --- | --- |\n");
        figures.forEach(figure -> text.append(figure.row()).append('\n'));
        return text.toString();
    }
}
