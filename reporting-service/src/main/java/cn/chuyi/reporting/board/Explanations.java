package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Explanation.Branch;
import cn.chuyi.reporting.board.Explanation.County;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.board.Explanation.Trust;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Credibility;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Measure;
import cn.chuyi.reporting.score.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the facts behind a score. */
final class Explanations {
    private final Sql sql;
    private final Cycle cycle;
    private final @Nullable Instant asOf;
    private final Catalogues catalogues;

    Explanations(Sql sql, Cycle cycle, @Nullable Instant asOf) {
        this.sql = sql;
        this.cycle = cycle;
        this.asOf = asOf;
        this.catalogues = new Catalogues(new Ledger(sql));
    }

    Explanation of(Unit unit, Result result) {
        var catalogue = catalogue(unit.level());
        var trail = Trail.of(sql, cycle, List.of(unit.code()), asOf);
        var facts = trail.facts(unit.code(), result.edition());
        return catalogue == null || result.score() == null
                ? without(unit, result, catalogue, facts)
                : with(unit, result, catalogue, result.score(), facts, trail);
    }

    private @Nullable Catalogue catalogue(Level level) {
        var assessor = catalogues.assessor(cycle, level, asOf);
        return assessor == null ? null : assessor.catalogue();
    }

    private Explanation without(Unit unit, Result result, @Nullable Catalogue catalogue, List<Recorded> facts) {
        return new Explanation(
                cycle.year(),
                unit.code(),
                result.edition(),
                null,
                result.grade(),
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ZERO,
                Sentences.total(result),
                List.of(Sentences.total(result)),
                List.of(),
                List.of(),
                Findings.of(facts, catalogue),
                List.of(),
                List.of());
    }

    private Explanation with(
            Unit unit, Result result, Catalogue catalogue, Score score, List<Recorded> facts, Trail trail) {
        var file = CaseFile.of(facts);
        var branches = branches(unit, result, catalogue, score, facts, trail);
        var adjustments = Findings.adjustments(catalogue, file.rules(), score);
        var points =
                branches.stream().map(Branch::points).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Explanation(
                cycle.year(),
                unit.code(),
                result.edition(),
                score.total(),
                result.grade(),
                score.base(),
                score.bonus(),
                score.deduction(),
                score.credibility(),
                score.applicableWeight(),
                points,
                Sentences.total(result),
                Sentences.steps(catalogue, score, points, adjustments),
                branches,
                trust(catalogue, file),
                Findings.of(facts, catalogue),
                adjustments,
                score.applied());
    }

    private static List<Trust> trust(Catalogue catalogue, CaseFile file) {
        return Credibility.lines(catalogue, file.standing()).stream()
                .map(line -> new Trust(
                        line.indicator(), line.weight(), line.reported(), line.verified(), Sentences.trust(line)))
                .toList();
    }

    private List<Branch> branches(
            Unit unit, Result result, Catalogue catalogue, Score score, List<Recorded> facts, Trail trail) {
        var counties = counties(unit, result, catalogue, score);
        var standing = CaseFile.of(facts).standing();
        var branches = new ArrayList<Branch>();
        for (var item : score.items()) {
            catalogue.indicator(item.indicator()).ifPresent(indicator -> {
                var ofCase = Trail.ofCase(facts, indicator);
                var leaves = result.edition() > 0 || item.state() == State.VERIFIED
                        ? ofCase.toList()
                        : Stream.concat(ofCase, trail.ofRegister(unit.code(), indicator).stream())
                                .toList();
                var exemption = standing.get(indicator.code());
                branches.add(branch(
                        indicator,
                        item,
                        exemption == null ? null : exemption.notApplicable(),
                        leaves,
                        counties.getOrDefault(indicator.code(), List.of())));
            });
        }
        return branches;
    }

    private static Branch branch(
            Indicator indicator, Item item, @Nullable String exemption, List<Leaf> leaves, List<County> counties) {
        var full = item.value() == null ? null : indicator.rule().share(item.value());
        return new Branch(
                indicator.code(),
                indicator.name(),
                indicator.weight(),
                item.state(),
                item.value(),
                Rules.written(indicator.rule()),
                full,
                item.share(),
                item.points(),
                Sentences.standing(indicator, item, exemption),
                Sentences.arithmetic(indicator, item, full),
                leaves,
                leaves.stream()
                        .flatMap(leaf -> leaf.evidence().stream())
                        .distinct()
                        .toList(),
                counties);
    }

    /** The counties' items that a city's measures look at, by the city's indicator. */
    private Map<String, List<County>> counties(Unit city, Result result, Catalogue catalogue, Score score) {
        var aggregates = score.items().stream()
                .filter(item -> result.edition() == 0 && item.state() != State.VERIFIED)
                .flatMap(item -> catalogue.indicator(item.indicator()).stream())
                .filter(indicator -> indicator.measure() instanceof Measure.Aggregate)
                .toList();
        return aggregates.isEmpty()
                ? Map.of()
                : CountyItems.of(sql, cycle, asOf)
                        .map(items -> items.below(city.code(), aggregates))
                        .orElse(Map.of());
    }
}
