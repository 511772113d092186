package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Explanation.County;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Measure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The items of a city's counties, as far as the city's own indicators look at them.
 *
 * @param catalogue of the counties
 */
record CountyItems(Sql sql, Cycle cycle, @Nullable Instant asOf, Catalogue catalogue) {

    /** @return empty while the counties' catalogue is not frozen */
    static Optional<CountyItems> of(Sql sql, Cycle cycle, @Nullable Instant asOf) {
        var assessor = new Catalogues(new Ledger(sql)).assessor(cycle, Level.COUNTY, asOf);
        return assessor == null
                ? Optional.empty()
                : Optional.of(new CountyItems(sql, cycle, asOf, assessor.catalogue()));
    }

    /** @return by the city's indicator */
    Map<String, List<County>> below(String city, List<Indicator> aggregates) {
        var rows = new Boards(sql).below(cycle, city, asOf);
        var trail =
                Trail.of(sql, cycle, rows.stream().map(row -> row.unit().code()).toList(), asOf);
        var found = new HashMap<String, List<County>>();
        for (var indicator : aggregates) {
            var named = ((Measure.Aggregate) indicator.measure()).indicator();
            found.put(
                    indicator.code(),
                    rows.stream().flatMap(row -> county(row, named, trail)).toList());
        }
        return found;
    }

    private Stream<County> county(Row row, String indicator, Trail trail) {
        var score = row.result().score();
        return score == null
                ? Stream.empty()
                : score.items().stream()
                        .filter(item -> item.indicator().equals(indicator))
                        .map(item -> county(row, item, trail));
    }

    private County county(Row row, Item item, Trail trail) {
        var code = row.unit().code();
        return new County(
                code,
                item.state(),
                item.share(),
                "/api/v1/scores/" + cycle.year() + "/" + code + "/explanation",
                catalogue
                        .indicator(item.indicator())
                        .map(indicator -> leaves(row, item, indicator, trail))
                        .orElse(List.of()));
    }

    private static List<Leaf> leaves(Row row, Item item, Indicator indicator, Trail trail) {
        var code = row.unit().code();
        var ofCase = Trail.ofCase(trail.facts(code, row.result().edition()), indicator);
        return row.result().edition() > 0 || item.state() == State.VERIFIED
                ? ofCase.toList()
                : Stream.concat(ofCase, trail.ofRegister(code, indicator).stream())
                        .toList();
    }
}
