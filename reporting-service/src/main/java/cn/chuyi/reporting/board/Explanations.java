package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.board.Explanation.Branch;
import cn.chuyi.reporting.board.Explanation.County;
import cn.chuyi.reporting.board.Explanation.Finding;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import cn.chuyi.reporting.score.Catalogue;
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
    private final Ledger ledger;

    Explanations(Sql sql, Cycle cycle, @Nullable Instant asOf) {
        this.sql = sql;
        this.cycle = cycle;
        this.asOf = asOf;
        this.ledger = new Ledger(sql);
    }

    Explanation of(Unit unit, Result result) {
        var assessor = new Catalogues(ledger).assessor(cycle, unit.level(), asOf);
        var score = result.score();
        var facts = caseFacts(unit, result);
        var branches = assessor == null || score == null
                ? List.<Branch>of()
                : branches(unit, result, assessor.catalogue(), score, facts);
        return new Explanation(
                cycle.year(),
                unit.code(),
                result.edition(),
                score == null ? null : score.total(),
                result.grade(),
                score == null ? null : score.base(),
                score == null ? null : score.bonus(),
                score == null ? null : score.deduction(),
                score == null ? null : score.credibility(),
                score == null ? null : score.applicableWeight(),
                sum(branches),
                Sentences.total(result),
                branches,
                findings(facts, assessor == null ? null : assessor.catalogue()),
                score == null ? List.of() : score.applied());
    }

    /** For a published result, the facts before its publication. */
    private List<Recorded> caseFacts(Unit unit, Result result) {
        var facts = ledger.stream(cycle.caseStream(unit.code()), asOf);
        return CaseFile.of(facts).publications().stream()
                .filter(publication -> publication.edition() == result.edition())
                .findFirst()
                .map(publication -> facts.stream()
                        .filter(fact -> fact.version() < publication.fact().version())
                        .toList())
                .orElse(facts);
    }

    private List<Branch> branches(Unit unit, Result result, Catalogue catalogue, Score score, List<Recorded> facts) {
        var ground = new Grounds(sql).of(cycle, List.of(unit.code()), asOf).getOrDefault(unit.code(), Ground.NONE);
        var register =
                result.edition() == 0 ? ledger.streams(ground.streams(), asOf) : Map.<String, List<Recorded>>of();
        var counties = result.edition() == 0 ? counties(unit) : List.<ScoreOfCounty>of();
        var branches = new ArrayList<Branch>();
        for (var item : score.items()) {
            catalogue
                    .indicator(item.indicator())
                    .ifPresent(indicator -> branches.add(
                            branch(indicator, item, leaves(indicator, item, facts, ground, register), counties)));
        }
        return branches;
    }

    private Branch branch(Indicator indicator, Item item, List<Leaf> leaves, List<ScoreOfCounty> counties) {
        return new Branch(
                indicator.code(),
                indicator.name(),
                indicator.weight(),
                item.state(),
                item.value(),
                Rules.written(indicator.rule()),
                item.share(),
                item.points(),
                Sentences.standing(indicator, item),
                leaves,
                leaves.stream()
                        .flatMap(leaf -> leaf.evidence().stream())
                        .distinct()
                        .toList(),
                looksAtCounties(indicator, item) ? children(indicator, counties) : List.of());
    }

    private static List<Leaf> leaves(
            Indicator indicator, Item item, List<Recorded> facts, Ground ground, Map<String, List<Recorded>> register) {
        var leaves = facts.stream()
                .map(fact -> Leaves.ofCase(fact, indicator.code()))
                .filter(Objects::nonNull);
        return item.state() == State.VERIFIED
                ? leaves.toList()
                : Stream.concat(
                                leaves,
                                streams(indicator, ground)
                                        .flatMap(stream -> register.getOrDefault(stream, List.of()).stream())
                                        .map(Leaves::ofRegister))
                        .toList();
    }

    private static Stream<String> streams(Indicator indicator, Ground ground) {
        return indicator.measure() instanceof Measure.Registry measure
                ? Stream.concat(
                        ground.holdings().schools(measure).stream().map(School::stream),
                        ground.holdings().works(measure).stream().map(Work::stream))
                : Stream.empty();
    }

    private record ScoreOfCounty(Unit unit, Result result) {}

    private List<ScoreOfCounty> counties(Unit city) {
        return new Boards(sql)
                .level(cycle, Level.COUNTY, asOf).stream()
                        .filter(row -> city.code().equals(row.unit().parent()))
                        .map(row -> new ScoreOfCounty(row.unit(), row.result()))
                        .toList();
    }

    private static boolean looksAtCounties(Indicator indicator, Item item) {
        return indicator.measure() instanceof Measure.Aggregate && item.state() != State.VERIFIED;
    }

    private List<County> children(Indicator indicator, List<ScoreOfCounty> counties) {
        var named = ((Measure.Aggregate) indicator.measure()).indicator();
        var children = new ArrayList<County>();
        for (var county : counties) {
            var score = county.result().score();
            if (score != null) {
                score.items().stream()
                        .filter(item -> item.indicator().equals(named))
                        .forEach(item -> children.add(new County(
                                county.unit().code(),
                                item.state(),
                                item.share(),
                                "/api/v1/scores/" + cycle.year() + "/"
                                        + county.unit().code() + "/explanation")));
            }
        }
        return children;
    }

    private static List<Finding> findings(List<Recorded> facts, @Nullable Catalogue catalogue) {
        var standing = CaseFile.of(facts).findings();
        return standing.entrySet().stream()
                .map(finding -> new Finding(
                        finding.getKey(),
                        finding.getValue(),
                        ruleName(catalogue, finding.getValue()),
                        facts.stream()
                                .map(fact -> Leaves.ofFinding(fact, finding.getKey()))
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    private static @Nullable Text ruleName(@Nullable Catalogue catalogue, String rule) {
        return catalogue == null ? null : Rules.name(catalogue, rule);
    }

    private static BigDecimal sum(List<Branch> branches) {
        return branches.stream().map(Branch::points).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
