package cn.chuyi.bench.reads;

import cn.chuyi.bench.Benchmark;
import cn.chuyi.bench.Figure;
import cn.chuyi.bench.Run;
import cn.chuyi.bench.suite.Caller;
import cn.chuyi.bench.suite.RunningSuite;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** All units of a year under weights that waver a thousand times: the counties and the cities, one after the other. */
public final class SimulationBench implements Benchmark {

    /** @param first as the JVM has just begun with it */
    private record Found(double first, double median) {}

    @Override
    public Findings measure(Run run) throws Exception {
        int rounds = run.quick() ? 3 : 9;
        var suite = run.suite();
        var office = new Caller(suite, "office");
        var drawn = timed(suite, office, rounds, 1000);
        var undrawn = timed(suite, office, rounds, 1);
        return new Findings(
                List.of(Figure.atMost(
                        "simulation of 136 units x 1,000 draws",
                        drawn.median(),
                        "s",
                        2,
                        String.format(
                                Locale.ROOT,
                                "one draw %.2f s; the very first %.2f s",
                                undrawn.median(),
                                drawn.first()))),
                List.of());
    }

    private static Found timed(RunningSuite suite, Caller office, int rounds, int draws) throws Exception {
        var seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            int units = simulate(suite, office, "COUNTY", draws) + simulate(suite, office, "CITY", draws);
            seconds[round] = (System.nanoTime() - begin) / 1e9;
            if (units != 136) {
                throw new IllegalStateException("simulated " + units + " units and not 136");
            }
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        return new Found(first, seconds[rounds / 2]);
    }

    private static int simulate(RunningSuite suite, Caller office, String level, int draws) throws Exception {
        var wish = "{\"year\":2025,\"level\":\"%s\",\"stability\":{\"percent\":\"10\",\"draws\":%d,\"seed\":1}}"
                .formatted(level, draws);
        return office.read(office.post(suite.uri(RunningSuite.REPORTING, "simulations"), wish))
                .path("units")
                .size();
    }
}
