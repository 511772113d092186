package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.fold.ScoreTables;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds cycles, units and their results, as of now or as of an instant. Works within one snapshot. */
public final class Boards {
    private final Sql sql;
    private final Cycles cycles;
    private final ScoreTables tables;

    public Boards(Sql sql) {
        this.sql = sql;
        this.cycles = new Cycles(sql);
        this.tables = new ScoreTables(sql);
    }

    /** @return absent when the year has no cycle, or had none then */
    @Nullable
    Cycle find(Asked asked) {
        var found = cycles.all().stream()
                .filter(cycle -> cycle.year() == asked.year())
                .filter(cycle -> asked.programme() == null || cycle.programme().equals(asked.programme()))
                .toList();
        if (found.size() > 1) {
            throw new ProblemException(
                    400,
                    "PROGRAMME_NEEDED",
                    new Text("该年度有多个计划。", "Several programmes have this year."),
                    new Text("请用 programme 指明。", "Name one with programme."),
                    "programme");
        }
        var cycle = found.isEmpty() ? null : found.getFirst();
        return cycle == null || asked.asOf() == null ? cycle : new Past(sql, asked.asOf()).cycle(cycle);
    }

    /** @throws ProblemException 404 when the year has no cycle, or had none then */
    public Cycle require(Asked asked) {
        var cycle = find(asked);
        if (cycle == null) {
            throw unknown(asked);
        }
        return cycle;
    }

    private static ProblemException unknown(Asked asked) {
        int year = asked.year();
        var asOf = asked.asOf();
        return asOf == null
                ? ProblemException.notFound(
                        "YEAR_UNKNOWN",
                        new Text(year + " 年度尚未开展督导评估。", "There is no cycle for " + year + "."),
                        new Text("请确认年度和计划。", "Check the year and the programme."))
                : ProblemException.notFound(
                        "YEAR_UNKNOWN",
                        new Text(
                                "截至 " + asOf + "，没有 " + year + " 年度督导评估的记录。",
                                "By " + asOf + " no cycle for " + year + " was recorded."),
                        new Text(
                                "请选择较晚的时间，并确认年度和计划。", "Choose a later instant, and check the year and the programme."));
    }

    /** @throws ProblemException 404 when the unit has no score in this cycle */
    Row unit(Cycle cycle, String code, @Nullable Instant asOf) {
        var rows = asOf == null
                ? tables.page(cycle.id(), null, code, "", Integer.MAX_VALUE)
                : past(cycle, null, code, asOf);
        return rows.stream()
                .filter(row -> row.unit().code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        "SCORE_UNKNOWN",
                        new Text("单位 " + code + " 在该年度没有得分。", "Unit " + code + " has no score in this year."),
                        new Text("请确认区划代码，并确认指标体系已冻结。", "Check the code, and that the catalogue is frozen.")));
    }

    List<Row> level(Cycle cycle, Level level, @Nullable Instant asOf) {
        return asOf == null ? tables.of(cycle.id(), level) : past(cycle, level, null, asOf);
    }

    /** The counties of a city. */
    List<Row> below(Cycle cycle, String city, @Nullable Instant asOf) {
        var rows = asOf == null
                ? tables.page(cycle.id(), Level.COUNTY, city, "", Integer.MAX_VALUE)
                : past(cycle, Level.COUNTY, city, asOf);
        return rows.stream().filter(row -> city.equals(row.unit().parent())).toList();
    }

    /** The next rows after a unit, in the order of units; {@code city} is a city with its counties. */
    List<Row> page(
            Cycle cycle,
            @Nullable Level level,
            @Nullable String city,
            String after,
            int limit,
            @Nullable Instant asOf) {
        return asOf == null
                ? tables.page(cycle.id(), level, city, after, limit)
                : past(cycle, level, city, asOf).stream()
                        .filter(row -> row.unit().code().compareTo(after) > 0)
                        .sorted(Comparator.comparing(row -> row.unit().code()))
                        .limit(limit)
                        .toList();
    }

    private List<Row> past(Cycle cycle, @Nullable Level level, @Nullable String city, Instant asOf) {
        var units = cycles.units(cycle.id()).stream()
                .filter(unit -> city == null || city.equals(unit.code()) || city.equals(unit.parent()))
                .filter(unit -> level != Level.COUNTY || unit.level() == Level.COUNTY)
                .toList();
        return new Past(sql, asOf)
                .results(cycle, units).entrySet().stream()
                        .filter(entry -> level == null || entry.getKey().level() == level)
                        .map(entry -> row(cycle, entry))
                        .toList();
    }

    private static Row row(Cycle cycle, Map.Entry<Unit, Result> entry) {
        var digest = entry.getValue().canonical(cycle, entry.getKey()).digest();
        return new Row(entry.getKey(), entry.getValue(), digest);
    }
}
