package cn.chuyi.bench.reads;

import cn.chuyi.bench.Benchmark;
import cn.chuyi.bench.Figure;
import cn.chuyi.bench.Latencies;
import cn.chuyi.bench.OpenLoop;
import cn.chuyi.bench.Run;
import java.util.List;
import java.util.Locale;

/** Scores and boards at a fixed rate, in turns in peace and while one rebuild follows the other. */
public final class ApiBench implements Benchmark {
    private static final int RATE = 50;
    private static final int BOARD_EVERY = 5;
    private static final double TAIL = 99;

    @Override
    public Findings measure(Run run) throws Exception {
        int count = RATE * (run.quick() ? 6 : 20);
        int rounds = run.quick() ? 1 : 3;
        var suite = run.suite();
        var idle = Latencies.of(new long[0]);
        var busy = idle;
        int rebuilt = 0;
        var questions = new Questions(suite);
        for (int round = 0; round <= rounds; round++) {
            var inPeace = OpenLoop.run(RATE, count, (which, _) -> ask(questions, which));
            try (var rebuilding = new Rebuilding(suite)) {
                var beside = OpenLoop.run(RATE, count, (which, _) -> ask(questions, which));
                System.out.printf(
                        Locale.ROOT,
                        "  %s: p99 %.1f ms, beside %d rebuilds %.1f ms%n",
                        round == 0 ? "warming up" : "round " + round,
                        inPeace.millis(TAIL),
                        rebuilding.done(),
                        beside.millis(TAIL));
                if (round > 0) {
                    idle = idle.and(inPeace);
                    busy = busy.and(beside);
                    rebuilt += rebuilding.done();
                }
            }
        }
        if (rebuilt == 0) {
            throw new IllegalStateException("no rebuild came to its end");
        }
        return new Findings(
                List.of(Figure.atMost(
                        "reads of scores and boards, p99 while a rebuild runs: idle",
                        busy.millis(TAIL) / idle.millis(TAIL),
                        "",
                        1.5,
                        String.format(
                                Locale.ROOT,
                                "%.1f ms beside %.1f ms; p50 %.1f and %.1f ms; %d/s, %d rebuilds",
                                busy.millis(TAIL),
                                idle.millis(TAIL),
                                busy.millis(50),
                                idle.millis(50),
                                RATE,
                                rebuilt))),
                List.of("- peak MiB after the rebuilds: " + suite.peaks()));
    }

    private static void ask(Questions questions, int which) throws Exception {
        if (which % BOARD_EVERY == 0) {
            questions.board();
        } else {
            questions.score(which);
        }
    }
}
