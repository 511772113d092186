package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.rebuild.table.Transactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits for live folding to reach what a rebuild has read, so that the two are compared over the same facts. Where live
 * folding does not get there in time, the comparison shows what it lacks.
 */
record Meeting(Transactions transactions, Duration longest) {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    /** @param glance is called now and then; what it throws ends the wait */
    void await(Map<TopicPartition, Long> reached, Runnable glance) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (behind(reached) && System.nanoTime() < deadline) {
            glance.run();
            LockSupport.parkNanos(PAUSE);
        }
    }

    private boolean behind(Map<TopicPartition, Long> reached) {
        var live = new HashMap<TopicPartition, Long>();
        transactions.call(sql -> {
            sql.each(
                    "select topic, partition, next_offset from cursor",
                    row -> live.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)));
            return true;
        });
        return reached.entrySet().stream().anyMatch(entry -> live.getOrDefault(entry.getKey(), 0L) < entry.getValue());
    }
}
