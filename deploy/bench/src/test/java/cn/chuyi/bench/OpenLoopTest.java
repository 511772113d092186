package cn.chuyi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void things_are_meant_to_begin_evenly_from_the_first_on() {
        var schedule = new Schedule(1_000, 300);

        assertThat(schedule.intended(0)).isEqualTo(1_000);
        assertThat(schedule.intended(3)).isEqualTo(10_001_000);
        assertThat(schedule.intended(300)).isEqualTo(1_000_001_000);
    }

    @Test
    void the_first_does_not_keep_the_others_from_beginning() throws InterruptedException {
        var others = new CountDownLatch(9);

        var latencies = OpenLoop.run(1_000, 10, (which, _) -> {
            if (which == 0) {
                others.await();
            } else {
                others.countDown();
            }
        });

        assertThat(latencies.nanos()).hasSize(10);
    }

    @Test
    void each_is_told_when_it_was_meant_to_begin() throws InterruptedException {
        var told = new ConcurrentLinkedQueue<Long>();

        OpenLoop.run(500, 5, (_, intended) -> told.add(intended));

        var sorted = told.stream().sorted().toList();
        assertThat(IntStream.range(1, 5).mapToObj(i -> sorted.get(i) - sorted.get(i - 1)))
                .containsOnly(2_000_000L);
    }

    @Test
    void a_failure_ends_the_load_and_is_told() {
        assertThatThrownBy(() -> OpenLoop.run(1_000, 5, (_, _) -> {
                    throw new IOException("refused");
                }))
                .hasRootCauseMessage("refused");
    }
}
