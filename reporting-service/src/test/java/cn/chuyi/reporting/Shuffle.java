package cn.chuyi.reporting;

import cn.chuyi.kit.event.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Other orders in which the same facts may come. */
public final class Shuffle {
    private static final int PARTITIONS = 12;

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

    /** As they lie in the topics when they come in this order, each stream in one partition. */
    public static List<ConsumerRecord<String, byte[]>> positioned(List<History.Entry> order) {
        Map<String, Long> ends = new HashMap<>();
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var entry : order) {
            int partition = Math.floorMod(entry.stream().hashCode(), PARTITIONS);
            long offset = ends.merge(entry.topic() + partition, 1L, Long::sum) - 1;
            records.add(entry.at(new Position(entry.topic(), partition, offset)));
        }
        return records;
    }
}
