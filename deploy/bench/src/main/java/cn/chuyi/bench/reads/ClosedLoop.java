package cn.chuyi.bench.reads;

import cn.chuyi.bench.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few who ask again as soon as they are answered. */
final class ClosedLoop {
    private static final int ASKING = 4;

    private ClosedLoop() {}

    /** @param seconds from the first question to the last answer */
    record Answers(Latencies latencies, double seconds) {

        double rate() {
            return latencies.nanos().length / seconds;
        }

        Answers and(Answers other) {
            return new Answers(latencies.and(other.latencies), seconds + other.seconds);
        }
    }

    /** @param which number of the question of the one who asks, from 0 */
    @FunctionalInterface
    interface Question {
        void ask(int which) throws Exception;
    }

    static Answers run(Duration length, Question question) throws Exception {
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        var all = new ArrayList<Long>();
        try (var pool = Executors.newFixedThreadPool(ASKING)) {
            var asking = new ArrayList<Future<List<Long>>>();
            for (int i = 0; i < ASKING; i++) {
                asking.add(pool.submit(ask(i, end, question)));
            }
            for (var one : asking) {
                all.addAll(one.get());
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Answers(Latencies.of(all.stream().mapToLong(nanos -> nanos).toArray()), seconds);
    }

    private static Callable<List<Long>> ask(int who, long end, Question question) {
        return () -> {
            var took = new ArrayList<Long>();
            for (int which = who; System.nanoTime() < end; which += ASKING) {
                long begin = System.nanoTime();
                question.ask(which);
                took.add(System.nanoTime() - begin);
            }
            return took;
        };
    }
}
