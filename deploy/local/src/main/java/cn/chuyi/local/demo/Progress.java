package cn.chuyi.local.demo;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Says how far the load is: at the end of each stage, and every second within a long one. */
final class Progress {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Consumer<String> sink;
    private final long start = System.nanoTime();
    private final AtomicLong lastLine = new AtomicLong(start);
    private final AtomicInteger done = new AtomicInteger();
    private String stage = "";
    private int total;

    Progress(Consumer<String> sink) {
        this.sink = sink;
    }

    void stage(String name, int size) {
        stage = name;
        total = size;
        done.set(0);
    }

    void step() {
        int now = done.incrementAndGet();
        long last = lastLine.get();
        long time = System.nanoTime();
        if (now == total || time - last > SECOND && lastLine.compareAndSet(last, time)) {
            say("%s %d/%d".formatted(stage, now, total));
        }
    }

    void say(String line) {
        sink.accept("%5.1f s  %s".formatted((System.nanoTime() - start) / (double) SECOND, line));
    }
}
