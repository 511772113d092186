package cn.chuyi.reporting.board;

import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.DivisionNames;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.CanonicalText;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Ranking;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts visible rows in order.
 *
 * @param asOf absent for now
 * @param everything whether the rows are all there are; otherwise only published results are ranked, among themselves
 */
record Ranked(Sql sql, Cycle cycle, @Nullable Instant asOf, boolean everything) {

    static String text(Cycle cycle, List<Row> rows) {
        return CanonicalText.of(rows.stream()
                .map(row -> row.result().canonical(cycle, row.unit()))
                .toList());
    }

    BoardView board(Level level, List<Row> rows) {
        var units = rows.stream().map(Row::unit).toList();
        var ranks = Ranking.of(totals(rows));
        var peers = peerRanks(rows);
        var names = names(units);
        var missing = Incompleteness.of(sql, cycle, units);
        var shown = rows.stream()
                .map(row -> row(row, ranks, peers, names, missing))
                .sorted(Comparator.comparing((BoardView.Row row) -> row.rank() == null ? Integer.MAX_VALUE : row.rank())
                        .thenComparing(BoardView.Row::code))
                .toList();
        return new BoardView(
                cycle.programme(),
                cycle.year(),
                level,
                CanonicalText.sha256(text(cycle, rows)),
                everything,
                everything ? missing.elsewhere().size() : 0,
                shown);
    }

    private BoardView.Row row(
            Row row,
            Map<String, Integer> ranks,
            Map<String, Integer> peers,
            Map<String, String> names,
            Incompleteness missing) {
        var unit = row.unit();
        var score = row.result().score();
        int edition = row.result().edition();
        var parent = unit.level() == Level.COUNTY ? unit.parent() : null;
        return new BoardView.Row(
                ranks.get(unit.code()),
                peers.get(unit.code()),
                unit.code(),
                names.getOrDefault(unit.code(), unit.code()),
                parent == null ? null : new Named(parent, names.getOrDefault(parent, parent)),
                score == null ? null : score.total(),
                row.result().grade(),
                edition,
                edition == 0,
                !missing.of(unit, edition, cycle).isEmpty(),
                unit.demo() || cycle.demo());
    }

    private Map<String, BigDecimal> totals(List<Row> rows) {
        return totals(rows, everything);
    }

    /** Totals of the rated, by unit; unless everything is seen, of the published alone. */
    static Map<String, BigDecimal> totals(List<Row> rows, boolean everything) {
        var totals = new HashMap<String, BigDecimal>();
        for (var row : rows) {
            var score = row.result().score();
            if (score != null
                    && score.total() != null
                    && (everything || row.result().edition() > 0)) {
                totals.put(row.unit().code(), score.total());
            }
        }
        return totals;
    }

    private Map<String, Integer> peerRanks(List<Row> rows) {
        var groups = new TreeMap<String, List<Row>>();
        for (var row : rows) {
            var group = row.unit().peerGroup();
            if (group != null) {
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(row);
            }
        }
        var ranks = new HashMap<String, Integer>();
        groups.values().forEach(group -> ranks.putAll(Ranking.of(totals(group))));
        return ranks;
    }

    private Map<String, String> names(List<Unit> units) {
        var codes = units.stream()
                .flatMap(unit -> Stream.of(unit.code(), unit.parent()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new DivisionNames(sql, asOf).of(codes);
    }
}
