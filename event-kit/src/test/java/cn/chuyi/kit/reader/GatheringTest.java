package cn.chuyi.kit.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Flow.Subscription;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final Queue<Runnable> thread = new ArrayDeque<>();
    private final List<List<Long>> folded = new ArrayList<>();
    private final Channel channel = new Channel();
    private final Gathering gathering = new Gathering(thread::add, batch -> {
        folded.add(batch.stream().map(ConsumerRecord::offset).toList());
        channel.whileFolding.run();
    });

    private static final class Channel implements Subscription {
        private long asked;
        private Runnable whileFolding = () -> {};

        @Override
        public void request(long polls) {
            asked += polls;
        }

        @Override
        public void cancel() {}
    }

    @Test
    void what_is_polled_while_a_batch_is_folded_is_the_next_batch() {
        gathering.onSubscribe(channel);
        gathering.onNext(polled(0, 1));
        channel.whileFolding = () -> {
            channel.whileFolding = () -> {};
            gathering.onNext(polled(1, 2));
            gathering.onNext(polled(3, 1));
        };
        runThread();
        assertThat(folded).containsExactly(List.of(0L), List.of(1L, 2L, 3L));
    }

    @Test
    void a_batch_after_a_pause_is_folded_too() {
        gathering.onSubscribe(channel);
        gathering.onNext(polled(0, 1));
        runThread();
        gathering.onNext(polled(1, 1));
        runThread();
        assertThat(folded).containsExactly(List.of(0L), List.of(1L));
    }

    @Test
    void one_poll_at_a_time_is_asked_for_and_none_while_too_many_wait() {
        gathering.onSubscribe(channel);
        assertThat(channel.asked).isEqualTo(1);
        gathering.onNext(polled(0, Gathering.MOST - 1));
        assertThat(channel.asked).isEqualTo(2);
        gathering.onNext(polled(Gathering.MOST - 1, Gathering.MOST));
        assertThat(channel.asked).isEqualTo(2);
        runThread();
        assertThat(channel.asked).isEqualTo(3);
        assertThat(folded).extracting(List::size).containsExactly(Gathering.MOST, Gathering.MOST - 1);
    }

    private void runThread() {
        for (var task = thread.poll(); task != null; task = thread.poll()) {
            task.run();
        }
    }

    private static ConsumerRecords<String, byte[]> polled(int from, int count) {
        var records = IntStream.range(from, from + count)
                .mapToObj(offset -> new ConsumerRecord<>("topic", 0, offset, "key", new byte[0]))
                .toList();
        return new ConsumerRecords<>(Map.of(new TopicPartition("topic", 0), records), Map.of());
    }
}
