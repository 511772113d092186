package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Explanation.Adjustment;
import cn.chuyi.reporting.board.Explanation.Finding;
import cn.chuyi.reporting.board.Explanation.Kind;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.FindingRule;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Score.Applied;
import cn.chuyi.reporting.score.Tally;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Findings in an explanation: the facts that confirmed them, and what they do. */
final class Findings {

    private Findings() {}

    static List<Finding> of(List<Recorded> facts, @Nullable Catalogue catalogue) {
        return CaseFile.of(facts).findings().entrySet().stream()
                .map(finding -> new Finding(
                        finding.getKey(),
                        finding.getValue(),
                        catalogue == null ? null : Rules.name(catalogue, finding.getValue()),
                        facts.stream()
                                .map(fact -> Leaves.ofFinding(fact, finding.getKey()))
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    /** Bonuses and deductions by code, then the vetoes in the order in which they were applied. */
    static List<Adjustment> adjustments(Catalogue catalogue, List<String> rules, Score score) {
        var counted = Tally.counted(catalogue, rules);
        return Stream.concat(
                        counted.stream()
                                .filter(one -> !(one.rule() instanceof FindingRule.Veto))
                                .map(Findings::points),
                        score.applied().stream()
                                .flatMap(applied -> counted.stream()
                                        .filter(one -> one.rule().code().equals(applied.rule()))
                                        .map(one -> veto(one, applied))))
                .toList();
    }

    private static Adjustment points(Tally.Counted counted) {
        var rule = counted.rule();
        return new Adjustment(
                rule.code(),
                rule.name(),
                rule instanceof FindingRule.Bonus ? Kind.BONUS : Kind.DEDUCTION,
                counted.findings(),
                counted.points(),
                null,
                null,
                Sentences.points(counted));
    }

    private static Adjustment veto(Tally.Counted counted, Applied applied) {
        var rule = counted.rule();
        return new Adjustment(
                rule.code(),
                rule.name(),
                Kind.VETO,
                counted.findings(),
                null,
                applied.from(),
                applied.to(),
                Sentences.veto(rule, applied));
    }
}
