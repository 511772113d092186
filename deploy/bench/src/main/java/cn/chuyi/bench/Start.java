package cn.chuyi.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@code deploy/suite up}, watched by a stopwatch from the outside.
 *
 * @param ready until all servers and services answered
 * @param complete until the suite said that it is up, the demo year included where it was asked for
 * @param resident peak resident memory of each service's process in MiB, in the order registry, assessment, reporting
 */
public record Start(Duration ready, Duration complete, List<Double> resident) {
    private static final int PARTS = 6;

    /**
     * Waits until all is up, and reads the memory.
     *
     * @param begin of the start, by {@link System#nanoTime()}
     */
    public static Start watch(SuiteUp suite, long begin) throws IOException {
        var ready = new ArrayList<Duration>();
        suite.await(line -> {
            if (line.matches(".* ready on .*")) {
                ready.add(since(begin));
            }
        });
        var complete = since(begin);
        return new Start(ready.size() < PARTS ? complete : ready.get(PARTS - 1), complete, resident(suite));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static List<Double> resident(SuiteUp suite) throws IOException {
        var found = new ArrayList<Double>();
        for (String service : List.of("registry-service", "assessment-service", "reporting-service")) {
            suite.process(service).map(Processes::peak).ifPresent(found::add);
        }
        return found;
    }
}
