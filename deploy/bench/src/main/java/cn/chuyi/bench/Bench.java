package cn.chuyi.bench;

import cn.chuyi.bench.live.LiveBench;
import cn.chuyi.bench.reads.ApiBench;
import cn.chuyi.bench.reads.ReadsBench;
import cn.chuyi.bench.reads.SimulationBench;
import cn.chuyi.bench.rebuild.RebuildBench;
import cn.chuyi.bench.relay.RelayBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmarks and writes the table of goals and results; ends with 1 where a goal is missed. Told to stop, it
 * stops what it started, in order.
 *
 * <p>Arguments: the root of the tree, the file for the table, {@code --quick} for less of everything, and names of
 * benchmarks; without a name all run.
 */
public final class Bench {
    private static final String QUICK = "--quick";

    private Bench() {}

    private static Map<String, Benchmark> all() {
        var all = new LinkedHashMap<String, Benchmark>();
        all.put("rebuild", new RebuildBench());
        all.put("relay", new RelayBench());
        all.put("starts", new Starts());
        all.put("tests", new Tests());
        all.put("live", new LiveBench());
        all.put("reads", new ReadsBench());
        all.put("api", new ApiBench());
        all.put("simulation", new SimulationBench());
        return all;
    }

    public static void main(String[] arguments) {
        var root = Path.of(arguments[0]);
        var table = Path.of(arguments[1]);
        var options = List.of(arguments).subList(2, arguments.length);
        var all = all();
        var named = new ArrayList<>(options);
        named.remove(QUICK);
        if (!all.keySet().containsAll(named)) {
            System.err.println("Benchmarks: " + String.join(", ", all.keySet()) + "; " + QUICK);
            System.exit(2);
        }
        if (!named.isEmpty()) {
            all.keySet().retainAll(named);
        }
        var opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "stop"));
        try {
            var figures = run(all.values(), new Run(root, options.contains(QUICK), opened), table);
            System.exit(figures.stream().allMatch(Figure::reached) ? 0 : 1);
        } catch (Exception e) {
            if (!opened.isClosed()) {
                e.printStackTrace();
            }
            System.exit(1);
        }
    }

    private static List<Figure> run(Collection<Benchmark> benchmarks, Run run, Path table) throws Exception {
        var figures = new ArrayList<Figure>();
        var details = new ArrayList<String>();
        var text = "";
        Files.createDirectories(table.toAbsolutePath().getParent());
        for (var benchmark : benchmarks) {
            var found = benchmark.measure(run);
            figures.addAll(found.figures());
            details.addAll(found.details());
            text = text(figures) + "\n" + String.join("\n", details) + "\n";
            Files.writeString(table, text);
        }
        System.out.println(text);
        return figures;
    }

    static String text(List<Figure> figures) {
        var text = new StringBuilder("| figure | result | goal | | beside |\n| --- | --- | --- | --- | --- |\n");
        figures.forEach(figure -> text.append(figure.row()).append('\n'));
        return text.toString();
    }
}
