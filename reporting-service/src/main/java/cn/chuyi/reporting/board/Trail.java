package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.Measure;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts behind the scores of some units, read at once.
 *
 * @param cases facts of each unit's case
 * @param register facts of every stream that one of the grounds holds, and of the units' divisions
 */
record Trail(
        Cycle cycle,
        Map<String, List<Recorded>> cases,
        Map<String, Ground> grounds,
        Map<String, List<Recorded>> register) {

    static Trail of(Sql sql, Cycle cycle, Collection<String> units, @Nullable Instant asOf) {
        var ledger = new Ledger(sql);
        var grounds = new Grounds(sql).of(cycle, units, asOf);
        var streams = grounds.values().stream()
                .flatMap(ground -> Stream.concat(
                        ground.streams().stream(),
                        ground.holdings().own().stream().map(Trail::division)))
                .distinct()
                .toList();
        var cases = new HashMap<String, List<Recorded>>();
        var found = ledger.streams(units.stream().map(cycle::caseStream).toList(), asOf);
        units.forEach(unit -> cases.put(unit, found.getOrDefault(cycle.caseStream(unit), List.of())));
        return new Trail(cycle, cases, grounds, ledger.streams(streams, asOf));
    }

    /** The facts of a unit's case that a result rests on: for a published one, those before its publication. */
    List<Recorded> facts(String unit, int edition) {
        var facts = cases.getOrDefault(unit, List.of());
        return CaseFile.of(facts).publications().stream()
                .filter(publication -> publication.edition() == edition)
                .findFirst()
                .map(publication -> facts.stream()
                        .filter(fact -> fact.version() < publication.fact().version())
                        .toList())
                .orElse(facts);
    }

    Ground ground(String unit) {
        return grounds.getOrDefault(unit, Ground.NONE);
    }

    /** What the case says of an indicator, oldest first. */
    static Stream<Leaf> ofCase(List<Recorded> facts, Indicator indicator) {
        return facts.stream().map(fact -> Leaves.ofCase(fact, indicator.code())).filter(Objects::nonNull);
    }

    /** What the register says of an indicator; where it holds nothing, that the unit exists. */
    List<Leaf> ofRegister(String unit, Indicator indicator) {
        if (!(indicator.measure() instanceof Measure.Registry measure)) {
            return List.of();
        }
        var found = facts(unit, measure).map(Leaves::ofRegister).toList();
        return found.isEmpty() ? existence(unit).map(Leaves::ofRegister).toList() : found;
    }

    /** The facts that a measure looks at, by stream and version. */
    Stream<Recorded> facts(String unit, Measure.Registry measure) {
        var holdings = ground(unit).holdings();
        var relevant = new Relevant(cycle, measure);
        return Stream.of(
                        holdings.schools(measure).stream().map(School::stream),
                        holdings.works(measure).stream().map(Work::stream),
                        holdings.own().stream().map(Trail::division))
                .flatMap(streams -> streams)
                .flatMap(this::stream)
                .filter(recorded -> relevant.test(recorded.fact()));
    }

    private Stream<Recorded> existence(String unit) {
        return ground(unit).holdings().own().stream()
                .map(Trail::division)
                .flatMap(this::stream)
                .filter(recorded -> Relevant.existence(recorded.fact()));
    }

    private Stream<Recorded> stream(String stream) {
        return register.getOrDefault(stream, List.of()).stream();
    }

    private static String division(String code) {
        return "division-" + code;
    }
}
