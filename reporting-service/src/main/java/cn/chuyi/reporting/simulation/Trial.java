package cn.chuyi.reporting.simulation;

import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Comparison;
import cn.chuyi.reporting.score.Comparison.Side;
import cn.chuyi.reporting.score.Ranking;
import cn.chuyi.reporting.score.ScaledScore;
import cn.chuyi.reporting.simulation.Draws.Firmness;
import cn.chuyi.reporting.simulation.Subject.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One unit under two sets of rules. Pure.
 *
 * @param excluded whether it is left out of the ranks after
 * @param comparison absent when a side has no score
 * @param firmness absent when none is asked for, and for an excluded or unreadable unit
 */
record Trial(
        Subject subject,
        boolean excluded,
        Outcome before,
        Outcome after,
        @Nullable Integer rankBefore,
        @Nullable Integer rankAfter,
        @Nullable Comparison comparison,
        @Nullable Firmness firmness) {

    String unit() {
        return subject.unit().code();
    }

    /** @param excluded codes of units */
    static List<Trial> of(
            List<Subject> subjects, Catalogue baseline, Catalogue tried, Set<String> excluded, @Nullable Draws draws) {
        var before = outcomes(subjects, subject -> subject.under(baseline));
        var after = outcomes(subjects, subject -> subject.under(tried));
        var ranksBefore = ranks(before, Set.of());
        var ranksAfter = ranks(after, excluded);
        var firm = draws == null ? Map.<String, Firmness>of() : firmness(subjects, tried, excluded, draws);
        return subjects.stream()
                .map(subject -> {
                    var code = subject.unit().code();
                    var was = Objects.requireNonNull(before.get(code));
                    var is = Objects.requireNonNull(after.get(code));
                    return new Trial(
                            subject,
                            excluded.contains(code),
                            was,
                            is,
                            ranksBefore.get(code),
                            ranksAfter.get(code),
                            comparison(baseline, was, tried, is),
                            firm.get(code));
                })
                .toList();
    }

    private static Map<String, Outcome> outcomes(List<Subject> subjects, Function<Subject, Outcome> rules) {
        var outcomes = new HashMap<String, Outcome>();
        subjects.forEach(subject -> outcomes.put(subject.unit().code(), rules.apply(subject)));
        return outcomes;
    }

    private static Map<String, Integer> ranks(Map<String, Outcome> outcomes, Set<String> excluded) {
        var totals = new HashMap<String, BigDecimal>();
        outcomes.forEach((code, outcome) -> {
            if (outcome.score() != null && outcome.score().total() != null && !excluded.contains(code)) {
                totals.put(code, outcome.score().total());
            }
        });
        return Ranking.of(totals);
    }

    private static @Nullable Comparison comparison(Catalogue baseline, Outcome was, Catalogue tried, Outcome is) {
        return was.score() == null || is.score() == null
                ? null
                : Comparison.of(new Side(baseline, was.score()), new Side(tried, is.score()));
    }

    private static Map<String, Firmness> firmness(
            List<Subject> subjects, Catalogue tried, Set<String> excluded, Draws draws) {
        var codes = new ArrayList<String>();
        var scaled = new ArrayList<ScaledScore>();
        for (var subject : subjects) {
            var score = excluded.contains(subject.unit().code()) ? null : subject.scaled(tried);
            if (score != null) {
                codes.add(subject.unit().code());
                scaled.add(score);
            }
        }
        var firmness = draws.firmness(tried, scaled);
        var byUnit = new HashMap<String, Firmness>();
        for (int i = 0; i < codes.size(); i++) {
            byUnit.put(codes.get(i), firmness.get(i));
        }
        return byUnit;
    }
}
