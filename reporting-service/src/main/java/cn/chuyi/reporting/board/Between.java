package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fact.AssessmentFact.FindingConfirmed;
import cn.chuyi.reporting.fact.AssessmentFact.FindingWithdrawn;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorReported;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorVerified;
import cn.chuyi.reporting.fact.AssessmentFact.ResultPublished;
import cn.chuyi.reporting.fact.AssessmentFact.ResultRestated;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Comparison.Moved;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts that were recorded after one instant and until another, and touch one unit.
 *
 * @param then what its score rested on at the first instant, with the facts that its streams got until the second
 * @param now what its score rested on at the second instant
 * @param whole facts of the case, the cycle and the catalogue, oldest first
 */
record Between(
        Sql sql,
        Cycle cycle,
        Unit unit,
        Instant from,
        @Nullable Instant to,
        Trail then,
        Trail now,
        List<Recorded> whole) {

    static Between of(Sql sql, Cycle cycle, Unit unit, Instant from, @Nullable Instant to) {
        var ledger = new Ledger(sql);
        var then = Trail.of(sql, cycle, List.of(unit.code()), from);
        var now = Trail.of(sql, cycle, List.of(unit.code()), to);
        var streams = new TreeSet<>(then.register().keySet());
        streams.removeAll(now.register().keySet());
        var register = new HashMap<>(now.register());
        register.putAll(ledger.streams(streams, to));
        var whole = new ArrayList<Recorded>();
        var common = List.of(
                cycle.caseStream(unit.code()),
                "cycle-" + cycle.id(),
                cycle.catalogueStream(unit.level().name()));
        ledger.streams(common, to).values().forEach(whole::addAll);
        whole.removeIf(recorded -> !recorded.recorded().isAfter(from));
        whole.sort(Comparator.comparing(Recorded::recorded));
        return new Between(
                sql,
                cycle,
                unit,
                from,
                to,
                new Trail(cycle, then.cases(), then.grounds(), register),
                new Trail(cycle, now.cases(), now.grounds(), register),
                List.copyOf(whole));
    }

    /** The facts that touch an item; where none does by itself, those that moved it together with others. */
    List<Leaf> of(Moved moved, Catalogue catalogue) {
        var indicator = catalogue.indicator(moved.indicator()).orElse(null);
        if (indicator == null) {
            return others();
        }
        var own = own(indicator);
        if (own.isEmpty() && byCredibility(moved)) {
            own = trust(catalogue);
        }
        return own.isEmpty() ? others() : own;
    }

    private List<Leaf> own(Indicator indicator) {
        var leaves = new ArrayList<>(Trail.ofCase(whole, indicator).toList());
        if (indicator.measure() instanceof Measure.Registry measure) {
            Stream.concat(then.facts(unit.code(), measure), now.facts(unit.code(), measure))
                    .filter(recorded -> recorded.recorded().isAfter(from))
                    .map(Leaves::ofRegister)
                    .distinct()
                    .forEach(leaves::add);
        }
        if (indicator.measure() instanceof Measure.Aggregate) {
            counties(indicator).forEach(leaves::add);
        }
        return List.copyOf(leaves);
    }

    private Stream<Leaf> counties(Indicator indicator) {
        return CountyItems.of(sql, cycle, to)
                .map(items -> items.below(unit.code(), List.of(indicator)).getOrDefault(indicator.code(), List.of()))
                .orElse(List.of())
                .stream()
                .flatMap(county -> county.events().stream())
                .filter(leaf -> leaf.time().isAfter(from));
    }

    private static boolean byCredibility(Moved moved) {
        return moved.before() != null
                && moved.after() != null
                && moved.before().state() == State.REPORTED
                && moved.after().state() == State.REPORTED;
    }

    /** What credibility was measured on anew. */
    private List<Leaf> trust(Catalogue catalogue) {
        return catalogue.indicators().stream()
                .filter(indicator -> indicator.measure() instanceof Measure.Reported)
                .flatMap(indicator -> Trail.ofCase(
                        whole(fact -> fact instanceof IndicatorVerified || fact instanceof IndicatorReported),
                        indicator))
                .toList();
    }

    List<Leaf> findings() {
        return whole(fact -> fact instanceof FindingConfirmed || fact instanceof FindingWithdrawn).stream()
                .map(Leaves::ofWhole)
                .toList();
    }

    /** Facts that concern the whole score. */
    List<Leaf> others() {
        return whole(fact -> switch (fact) {
                    case ResultPublished _, ResultRestated _, CatalogueFrozen _, CycleOpened _ -> true;
                    default -> false;
                })
                .stream()
                .map(Leaves::ofWhole)
                .toList();
    }

    private List<Recorded> whole(Predicate<Fact> wanted) {
        return whole.stream().filter(recorded -> wanted.test(recorded.fact())).toList();
    }
}
