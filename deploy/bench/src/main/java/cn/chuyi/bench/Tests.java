package cn.chuyi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long everybody waits for all tests. Takes longer than five minutes. */
final class Tests implements Benchmark {

    @Override
    public Findings measure(Path root, boolean quick) throws IOException, InterruptedException {
        if (quick) {
            return new Findings(List.of(), List.of());
        }
        long begin = System.nanoTime();
        int exit = new ProcessBuilder(root.resolve("deploy/suite").toString(), "test")
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("deploy/suite test failed");
        }
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1000.0;
        return new Findings(
                List.of(Figure.atMost("deploy/suite test, warm Maven repository", seconds, "s", 600, "-")), List.of());
    }
}
