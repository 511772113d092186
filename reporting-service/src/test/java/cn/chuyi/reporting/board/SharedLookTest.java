package cn.chuyi.reporting.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedLookTest {
    private static final int CROWD = 20;

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void who_comes_alone_looks_each_time() {
        var look = new SharedLook<>(looks::incrementAndGet);

        assertThat(Stream.of(look.get(), look.get(), look.get())).containsExactly(1, 2, 3);
    }

    @Test
    void who_comes_while_somebody_looks_shares_the_next_look_and_not_that_one() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var look = new SharedLook<>(() -> {
            begun.countDown();
            joined(end);
            return looks.incrementAndGet();
        });
        try (var callers = Executors.newFixedThreadPool(CROWD + 1)) {
            var first = ask(callers, look);
            begun.await();
            var asking = new AtomicInteger();
            var crowd = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> {
                                asking.incrementAndGet();
                                return look.get();
                            },
                            callers))
                    .limit(CROWD)
                    .toList();
            await().until(() -> asking.get() == CROWD);
            end.countDown();

            assertThat(first.get()).isEqualTo(1);
            assertThat(crowd).allSatisfy(one -> assertThat(one.get()).isGreaterThan(1));
        }
        assertThat(looks.get()).isLessThan(CROWD);
    }

    @Test
    void a_look_that_fails_leaves_the_next_one_to_others() {
        var look = new SharedLook<>(() -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("no database");
            }
            return looks.get();
        });

        assertThatThrownBy(look::get).hasMessage("no database");
        assertThat(look.get()).isEqualTo(2);
    }

    private static CompletableFuture<Integer> ask(ExecutorService callers, SharedLook<Integer> look) {
        return CompletableFuture.supplyAsync(look::get, callers);
    }

    private static void joined(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
