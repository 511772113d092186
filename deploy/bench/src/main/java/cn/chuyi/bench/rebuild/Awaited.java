package cn.chuyi.bench.rebuild;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.TopicPartition;

/** Until every partition is read to its end. */
final class Awaited {
    private final Map<TopicPartition, Long> open = new ConcurrentHashMap<>();
    private final CountDownLatch done = new CountDownLatch(1);

    Awaited(Map<TopicPartition, Long> ends) {
        ends.forEach((partition, end) -> {
            if (end > 0) {
                open.put(partition, end);
            }
        });
    }

    /** @return whether this was the last record of its partition */
    boolean isLast(String topic, int partition, long offset) {
        return open.getOrDefault(new TopicPartition(topic, partition), Long.MAX_VALUE) == offset + 1;
    }

    void reached(String topic, int partition) {
        open.remove(new TopicPartition(topic, partition));
        if (open.isEmpty()) {
            done.countDown();
        }
    }

    void await() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
