package cn.chuyi.reporting.board;

import cn.chuyi.kit.http.PageRequest;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.ScoreTables;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.DivisionNames;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Ranking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts beside a result what is shown with it: rank, names, what is missing. Works within one snapshot. */
record Showcase(Sql sql, Cycle cycle, Sight sight) {

    /** One unit, with its items. */
    Shown one(Row row, @Nullable Instant asOf) {
        var unit = row.unit();
        var assessor = new Catalogues(new Ledger(sql)).assessor(cycle, unit.level(), asOf);
        var missing = Incompleteness.of(sql, cycle, List.of(unit));
        return new Shown(
                cycle,
                unit,
                row.result(),
                row.digest(),
                assessor == null ? null : assessor.catalogue(),
                asOf == null ? rank(row) : past(row, asOf),
                missing.of(unit, row.result().edition(), cycle),
                names(List.of(row), asOf));
    }

    /** The visible units after the last one of the page before, without items; one more than asked for, where there are more. */
    List<ScoreView> page(@Nullable Level level, @Nullable String city, PageRequest request, @Nullable Instant asOf) {
        var rows = visible(level, city, request, asOf);
        var units = rows.stream().map(Row::unit).toList();
        var missing = Incompleteness.of(sql, cycle, units);
        var names = names(rows, asOf);
        var ranks = asOf == null
                ? tables().ranks(cycle.id(), units.stream().map(Unit::code).toList(), !sight.everything())
                : past(asOf);
        return rows.stream()
                .map(row -> new Shown(
                        cycle,
                        row.unit(),
                        row.result(),
                        row.digest(),
                        null,
                        isRanked(row) ? ranks.get(row.unit().code()) : null,
                        missing.of(row.unit(), row.result().edition(), cycle),
                        names))
                .map(ScoreView::of)
                .toList();
    }

    private List<Row> visible(
            @Nullable Level level, @Nullable String city, PageRequest request, @Nullable Instant asOf) {
        var visible = new ArrayList<Row>();
        var after = Objects.requireNonNullElse(request.after(), "");
        int wanted = request.limit() + 1;
        while (visible.size() < wanted) {
            var rows = new Boards(sql).page(cycle, level, city, after, wanted, asOf);
            rows.stream()
                    .filter(row -> sight.sees(row.unit().code(), row.result().edition()))
                    .forEach(visible::add);
            if (rows.size() < wanted) {
                break;
            }
            after = rows.getLast().unit().code();
        }
        return visible.subList(0, Math.min(visible.size(), wanted));
    }

    private @Nullable Integer rank(Row row) {
        return isRanked(row) ? tables().rank(cycle.id(), row.unit().code(), !sight.everything()) : null;
    }

    private @Nullable Integer past(Row row, Instant asOf) {
        return isRanked(row)
                ? ranks(new Boards(sql).level(cycle, row.unit().level(), asOf))
                        .get(row.unit().code())
                : null;
    }

    /** Ranks of all units as they were, by unit. */
    private Map<String, Integer> past(Instant asOf) {
        var ranks = new HashMap<String, Integer>();
        for (var level : Level.values()) {
            ranks.putAll(ranks(new Boards(sql).level(cycle, level, asOf)));
        }
        return ranks;
    }

    private Map<String, Integer> ranks(List<Row> level) {
        return Ranking.of(Ranked.totals(level, sight.everything()));
    }

    /** Ranks of others are not to be guessed from an own rank before publication. */
    private boolean isRanked(Row row) {
        return sight.everything() || row.result().edition() > 0;
    }

    private Map<String, String> names(Collection<Row> rows, @Nullable Instant asOf) {
        var codes = rows.stream()
                .flatMap(row -> Stream.of(row.unit().code(), row.unit().parent()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new DivisionNames(sql, asOf).of(codes);
    }

    private ScoreTables tables() {
        return new ScoreTables(sql);
    }
}
