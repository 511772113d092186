package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the rounds come to. Each contender counts with the median of its rounds. */
final class Ratios {
    private static final List<Goal> GOALS = List.of(
            new Goal("bare", "a bare consumer loop", 0.35),
            new Goal("decode", "the loop with decoding", 0.8),
            new Goal("streams-memory", "the fold in Kafka Streams, in memory", 2),
            new Goal("streams-rocksdb", "the fold in Kafka Streams, RocksDB", 4),
            new Goal("single", "one transaction an event", 100));

    /** @param least rate of the rebuild as a multiple of the contender's */
    private record Goal(String contender, String who, double least) {}

    private Ratios() {}

    static List<Figure> figures(int events, Map<String, List<Measured>> results) {
        double rebuild = rate(results, "rebuild");
        var what = String.format(Locale.ROOT, "rebuild of %d events, by rate: ", events);
        return GOALS.stream()
                .filter(goal -> results.containsKey(goal.contender()))
                .map(goal -> ratio(what + goal.who(), rebuild, rate(results, goal.contender()), goal.least()))
                .toList();
    }

    private static Figure ratio(String name, double rate, double reference, double goal) {
        return Figure.atLeast(
                name, rate / reference, "", goal, String.format(Locale.ROOT, "%.0f/s beside %.0f/s", rate, reference));
    }

    private static double rate(Map<String, List<Measured>> results, String name) {
        return median(Objects.requireNonNull(results.get(name))).rate();
    }

    static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparing(Measured::rate))
                .toList()
                .get(rounds.size() / 2);
    }

    static List<String> details(Map<String, List<Measured>> results, Map<String, Double> peaks, Map<String, Jvm> jvms) {
        var lines = new ArrayList<>(List.of(
                "| contender | rounds | events/s | wall s | own CPU s | servers' CPU s | heap | peak MiB |",
                "| --- | --- | --- | --- | --- | --- | --- | --- |"));
        results.forEach((name, rounds) -> {
            var median = median(rounds);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.2f | %.2f | %.2f | %s | %.0f |",
                    name,
                    rounds.size(),
                    median.rate(),
                    median.seconds(),
                    median.own(),
                    median.servers(),
                    jvms.containsKey(name) ? jvms.get(name).heap() : "256m",
                    peaks.getOrDefault(name, Double.NaN)));
        });
        return lines;
    }
}
