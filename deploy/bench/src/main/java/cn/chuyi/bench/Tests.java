package cn.chuyi.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long everybody waits for all tests. Takes longer than five minutes. */
final class Tests implements Benchmark {

    @Override
    public Findings measure(Run run) throws IOException, InterruptedException {
        if (run.quick()) {
            return new Findings(List.of(), List.of());
        }
        long begin = System.nanoTime();
        var suite = run.root().resolve("deploy/suite").toString();
        try (var opened = run.opened().within()) {
            var tests = opened.open(() ->
                    new Started(new ProcessBuilder(suite, "test").inheritIO().start()));
            if (tests.process().waitFor() != 0) {
                throw new IllegalStateException("deploy/suite test failed");
            }
        }
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1000.0;
        return new Findings(
                List.of(Figure.atMost("deploy/suite test, warm Maven repository", seconds, "s", 600, "-")), List.of());
    }
}
