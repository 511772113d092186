package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorVerified;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.fold.ScoreTables;
import cn.chuyi.reporting.fold.ScoreTables.Edition;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.DivisionNames;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Comparison.Moved;
import cn.chuyi.reporting.score.Ranking;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was published of a unit, and what each edition changed.
 *
 * @param asOf editions sealed later are left out; absent for all
 */
record Editions(Sql sql, Cycle cycle, Unit unit, @Nullable Instant asOf) {

    List<EditionView> all() {
        var reasons = reasons();
        return sealed().stream()
                .map(edition -> EditionView.of(
                        cycle, unit, edition, reasons.get(edition.result().edition())))
                .toList();
    }

    EditionView one(int number) {
        return all().stream()
                .filter(edition -> edition.edition() == number)
                .findFirst()
                .orElseThrow(() -> unknown(number));
    }

    /** @param against 0 for nothing, as before the first publication */
    EditionDiff diff(int number, int against) {
        var edition = required(number);
        var before = against == 0 ? null : required(against);
        var others = others(edition.sealed());
        var ranksBefore = Ranking.of(with(others, before));
        var ranksAfter = Ranking.of(with(others, edition));
        var movement = before == null ? null : movement(before.result(), edition.result());
        return new EditionDiff(
                cycle.year(),
                unit.code(),
                number,
                against,
                edition.sealed(),
                reasons().get(number),
                before == null ? null : Movement.side(before.result(), ranksBefore.get(unit.code())),
                Movement.side(edition.result(), ranksAfter.get(unit.code())),
                movement == null ? null : movement.parts(),
                movement == null ? List.of() : movement.items(moved -> events(moved, against, number)),
                ranksMoved(ranksBefore, ranksAfter),
                movement == null ? null : movement.sentence());
    }

    private Movement movement(Result before, Result after) {
        var assessor = new Catalogues(new Ledger(sql)).assessor(cycle, unit.level(), null);
        var catalogue = assessor == null ? null : assessor.catalogue();
        return Movement.of(before, catalogue, after, catalogue);
    }

    /** What the case said of an indicator between the two publications; of what credibility moved, the verifications. */
    private List<Leaf> events(Moved moved, int against, int number) {
        var publications = CaseFile.of(facts()).publications();
        long from = version(publications, against);
        long to = version(publications, number);
        var between = facts().stream()
                .filter(fact -> fact.version() > Math.min(from, to) && fact.version() < Math.max(from, to))
                .toList();
        var own = between.stream()
                .map(fact -> Leaves.ofCase(fact, moved.indicator()))
                .filter(Objects::nonNull)
                .toList();
        return own.isEmpty() ? verifications(between) : own;
    }

    private static List<Leaf> verifications(List<Recorded> facts) {
        return facts.stream()
                .map(fact -> fact.fact() instanceof IndicatorVerified f ? Leaves.ofCase(fact, f.indicator()) : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static long version(List<CaseFile.Publication> publications, int edition) {
        return publications.stream()
                .filter(publication -> publication.edition() == edition)
                .mapToLong(publication -> publication.fact().version())
                .findFirst()
                .orElse(0);
    }

    private List<EditionDiff.Rank> ranksMoved(Map<String, Integer> before, Map<String, Integer> after) {
        var codes = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(code -> !Objects.equals(before.get(code), after.get(code)))
                .sorted()
                .toList();
        var names = new DivisionNames(sql, asOf).of(codes);
        return codes.stream()
                .map(code -> new EditionDiff.Rank(
                        new Named(code, names.getOrDefault(code, code)), before.get(code), after.get(code)))
                .toList();
    }

    /** Totals of the other units of the level, as published by an instant. */
    private Map<String, BigDecimal> others(Instant sealed) {
        var codes = new Cycles(sql).codes(cycle.id(), unit.level());
        codes.remove(unit.code());
        var totals = new HashMap<String, BigDecimal>();
        new ScoreTables(sql)
                .editions(cycle.id(), codes)
                .forEach((code, editions) -> editions.stream()
                        .filter(edition -> !edition.sealed().isAfter(sealed))
                        .reduce((_, later) -> later)
                        .map(edition -> total(edition.result()))
                        .ifPresent(total -> totals.put(code, total)));
        return totals;
    }

    private Map<String, BigDecimal> with(Map<String, BigDecimal> others, @Nullable Edition own) {
        var totals = new HashMap<>(others);
        var total = own == null ? null : total(own.result());
        if (total != null) {
            totals.put(unit.code(), total);
        }
        return totals;
    }

    private static @Nullable BigDecimal total(Result result) {
        var score = result.score();
        return score == null ? null : score.total();
    }

    private List<Edition> sealed() {
        return new ScoreTables(sql)
                .editions(cycle.id(), List.of(unit.code())).getOrDefault(unit.code(), List.of()).stream()
                        .filter(edition -> asOf == null || !edition.sealed().isAfter(asOf))
                        .toList();
    }

    private Edition required(int number) {
        return sealed().stream()
                .filter(edition -> edition.result().edition() == number)
                .findFirst()
                .orElseThrow(() -> unknown(number));
    }

    private Map<Integer, String> reasons() {
        var reasons = new TreeMap<Integer, String>();
        CaseFile.of(facts()).publications().forEach(publication -> {
            if (publication.reason() != null) {
                reasons.put(publication.edition(), publication.reason());
            }
        });
        return reasons;
    }

    private List<Recorded> facts() {
        return new Ledger(sql).stream(cycle.caseStream(unit.code()), null);
    }

    private ProblemException unknown(int number) {
        return ProblemException.notFound(
                "EDITION_UNKNOWN",
                new Text(
                        "单位 " + unit.code() + " 没有第 " + number + " 版结果。",
                        "Unit " + unit.code() + " has no edition " + number + "."),
                new Text("请查看 editions 列表。", "See the list of editions."));
    }
}
