package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Corrected.Found;
import cn.chuyi.reporting.board.Explanation.County;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.fact.AssessmentFact.ResultPublished;
import cn.chuyi.reporting.fact.AssessmentFact.ResultRestated;
import cn.chuyi.reporting.fold.Proposal.Correction;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.Measure;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The facts that made values be corrected.
 *
 * @param trail of the units that would be corrected, and of the counties that they look at
 * @param below the counties of each city that looks at them
 */
record Origins(Trail trail, Map<String, Below> below) {

    /**
     * @param items what stands for every county, by the city's indicator
     * @param corrected those that would be corrected
     */
    private record Below(Map<String, List<County>> items, List<Found> corrected) {}

    static Origins of(Sql sql, Cycle cycle, Corrected corrected, Collection<Found> found) {
        var below = new HashMap<String, Below>();
        for (var one : found) {
            var aggregates = one.proposal().corrections().stream()
                    .map(Correction::indicator)
                    .filter(indicator -> indicator.measure() instanceof Measure.Aggregate)
                    .toList();
            if (!aggregates.isEmpty()) {
                var city = one.row().unit().code();
                below.put(city, new Below(items(sql, cycle, city, aggregates), corrected.counties(city)));
            }
        }
        var codes = Stream.concat(
                        found.stream().map(one -> one.row().unit().code()),
                        below.values().stream()
                                .flatMap(one -> one.items().values().stream())
                                .flatMap(List::stream)
                                .map(County::unit))
                .distinct()
                .toList();
        return new Origins(Trail.of(sql, cycle, codes, null), below);
    }

    private static Map<String, List<County>> items(Sql sql, Cycle cycle, String city, List<Indicator> aggregates) {
        return CountyItems.of(sql, cycle, null)
                .map(items -> items.below(city, aggregates))
                .orElse(Map.of());
    }

    /** Recorded since the value in the result was taken. */
    List<Leaf> of(Found found, Correction correction) {
        var unit = found.row().unit().code();
        return switch (correction.indicator().measure()) {
            case Measure.Registry measure ->
                register(unit, measure, correction.since()).toList();
            case Measure.Aggregate measure -> counties(unit, measure, correction);
            case Measure.Reported _, Measure.FollowUp _ -> List.of();
        };
    }

    private List<Leaf> counties(String city, Measure.Aggregate measure, Correction correction) {
        var counties = below.getOrDefault(city, new Below(Map.of(), List.of()));
        var since = correction.since();
        var standing = counties.items().getOrDefault(correction.indicator().code(), List.of()).stream()
                .flatMap(county -> Stream.concat(county.events().stream(), publications(county.unit())))
                .filter(leaf -> leaf.time().isAfter(since));
        var corrected = counties.corrected().stream()
                .flatMap(county -> county.proposal().corrections().stream()
                        .filter(one -> one.indicator().code().equals(measure.indicator()))
                        .flatMap(one -> of(county, one).stream()));
        return Stream.concat(standing, corrected).distinct().toList();
    }

    private Stream<Leaf> publications(String unit) {
        return trail.cases().getOrDefault(unit, List.of()).stream()
                .filter(recorded ->
                        recorded.fact() instanceof ResultPublished || recorded.fact() instanceof ResultRestated)
                .map(Leaves::ofWhole);
    }

    private Stream<Leaf> register(String unit, Measure.Registry measure, Instant since) {
        return trail.facts(unit, measure)
                .filter(recorded -> recorded.recorded().isAfter(since))
                .map(Leaves::ofRegister);
    }
}
