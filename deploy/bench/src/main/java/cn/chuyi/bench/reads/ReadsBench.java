package cn.chuyi.bench.reads;

import cn.chuyi.bench.Benchmark;
import cn.chuyi.bench.Figure;
import cn.chuyi.bench.Run;
import cn.chuyi.bench.Usage;
import cn.chuyi.bench.reads.ClosedLoop.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How many scores and boards a second a few who ask get, beside a request that only has its token checked. */
public final class ReadsBench implements Benchmark {
    private static final double TAIL = 99;

    private enum Kind {
        NOTHING("an empty request with the same token check"),
        SCORE("a score"),
        BOARD("a board of 122 counties");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public Findings measure(Run run) throws Exception {
        var length = Duration.ofSeconds(run.quick() ? 3 : 20);
        int rounds = run.quick() ? 1 : 3;
        var suite = run.suite();
        var found = new EnumMap<Kind, Answers>(Kind.class);
        var usage = new EnumMap<Kind, Usage>(Kind.class);
        var questions = new Questions(suite);
        for (int round = 0; round <= rounds; round++) {
            System.out.println(round == 0 ? "  warming up" : "  round " + round);
            for (var kind : Kind.values()) {
                var before = suite.usage();
                var answers = ClosedLoop.run(length, which -> ask(questions, kind, which));
                System.out.printf(
                        Locale.ROOT,
                        "  %s: %.0f/s, p99 %.1f ms%n",
                        kind.words,
                        answers.rate(),
                        answers.latencies().millis(TAIL));
                if (round > 0) {
                    found.merge(kind, answers, Answers::and);
                    usage.merge(kind, suite.usage().since(before), Usage::and);
                }
            }
        }
        return findings(found, usage, suite.peaks());
    }

    private static void ask(Questions questions, Kind kind, int which) throws Exception {
        switch (kind) {
            case NOTHING -> questions.nothing();
            case SCORE -> questions.score(which);
            case BOARD -> questions.board();
        }
    }

    private static Findings findings(Map<Kind, Answers> found, Map<Kind, Usage> usage, String peaks) {
        var nothing = Objects.requireNonNull(found.get(Kind.NOTHING));
        var figures = new ArrayList<Figure>();
        for (var kind : List.of(Kind.SCORE, Kind.BOARD)) {
            var answers = Objects.requireNonNull(found.get(kind));
            figures.add(Figure.atLeast(
                    "reads of " + kind.words + ", by rate: " + Kind.NOTHING.words,
                    answers.rate() / nothing.rate(),
                    "",
                    0.7,
                    String.format(Locale.ROOT, "%.0f/s beside %.0f/s", answers.rate(), nothing.rate())));
            figures.add(Figure.atMost(
                    "reads of " + kind.words + ", p99",
                    answers.latencies().millis(TAIL),
                    "ms",
                    50,
                    String.format(Locale.ROOT, "%.1f ms", nothing.latencies().millis(TAIL))));
        }
        var details = new ArrayList<String>();
        usage.forEach((kind, spent) -> details.add("- CPU s of reads of " + kind.words + ": " + spent.text()));
        details.add("- peak MiB after the reads: " + peaks);
        return new Findings(figures, details);
    }
}
