package cn.chuyi.reporting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Other orders in which the same facts may come. */
public final class Shuffle {

    private Shuffle() {}

    /** Any interleaving that keeps each stream's own order. */
    public static List<History.Entry> interleaved(List<History.Entry> entries, Random random) {
        var streams = new LinkedHashMap<String, Deque<History.Entry>>();
        entries.forEach(entry ->
                streams.computeIfAbsent(entry.stream(), _ -> new ArrayDeque<>()).add(entry));
        var waiting = new ArrayList<>(streams.values());
        var order = new ArrayList<History.Entry>();
        while (!waiting.isEmpty()) {
            var stream = waiting.get(random.nextInt(waiting.size()));
            order.add(stream.removeFirst());
            waiting.removeIf(Deque::isEmpty);
        }
        return order;
    }

    /** Every third entry or so comes again, now or later. */
    public static List<History.Entry> doubled(List<History.Entry> entries, Random random) {
        var order = new ArrayList<History.Entry>();
        for (var entry : entries) {
            order.add(entry);
            if (random.nextInt(3) == 0) {
                order.add(entry);
            }
            if (random.nextInt(6) == 0) {
                order.add(order.get(random.nextInt(order.size())));
            }
        }
        return order;
    }
}
