package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fold.Announcer.Found;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of standing scores and sealed editions. */
public final class ScoreTables {
    private static final String UPSERT = """
            insert into score (cycle, unit, level, parent, edition, total, digest, body)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::numeric[], ?::text[], ?::bytea[])
            on conflict (cycle, unit) do update set level = excluded.level, parent = excluded.parent,
                edition = excluded.edition, total = excluded.total, digest = excluded.digest, body = excluded.body""";

    private final Sql sql;

    public ScoreTables(Sql sql) {
        this.sql = sql;
    }

    /** A unit and what stands for it. */
    public record Row(Unit unit, Result result, String digest) {}

    /** @param sealed when the publication was recorded */
    public record Edition(Result result, Instant sealed, String digest) {}

    public List<Row> of(String cycle, @Nullable Level level) {
        return sql.list(
                rows("where unit.cycle = ? and unit.level = coalesce(?, unit.level) order by unit.code"),
                ScoreTables::row,
                cycle,
                level == null ? null : level.name());
    }

    /** The next rows after a unit, in the order of units; {@code city} is a city with its counties. */
    public List<Row> page(String cycle, @Nullable Level level, @Nullable String city, String after, int limit) {
        return sql.list(rows("""
                        where unit.cycle = ? and unit.level = coalesce(?, unit.level)
                            and coalesce(?, unit.code) in (unit.code, unit.parent) and unit.code > ?
                        order by unit.code limit ?"""), ScoreTables::row, cycle, level == null ? null : level.name(), city, after, limit);
    }

    public Map<String, Result> results(String cycle, Collection<String> units) {
        var found = new HashMap<String, Result>();
        sql.each(
                "select unit, body from score where cycle = ? and unit = any(?)",
                row -> found.put(row.getString(1), Result.parse(row.getBytes(2))),
                cycle,
                units);
        return found;
    }

    /** Of each unit of a cycle. */
    Map<String, Standing> standings(String cycle) {
        var found = new HashMap<String, Standing>();
        sql.each(
                "select unit, level, total, edition > 0 from score where cycle = ?",
                row -> found.put(
                        row.getString(1),
                        new Standing(Level.valueOf(row.getString(2)), row.getBigDecimal(3), row.getBoolean(4))),
                cycle);
        return found;
    }

    /** The results of the counties of each city, by the county. */
    public Map<String, Map<String, Result>> counties(String cycle, Collection<String> cities) {
        var found = new HashMap<String, Map<String, Result>>();
        sql.each(
                "select parent, unit, body from score where cycle = ? and level = 'COUNTY' and parent = any(?)",
                row -> found.computeIfAbsent(row.getString(1), _ -> new TreeMap<>())
                        .put(row.getString(2), Result.parse(row.getBytes(3))),
                cycle,
                cities);
        return found;
    }

    public Map<String, List<Edition>> editions(String cycle, Collection<String> units) {
        var found = new HashMap<String, List<Edition>>();
        sql.each(
                """
                select unit, body, sealed, digest from edition
                where cycle = ? and unit = any(?) order by unit, edition""",
                row -> found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new Edition(
                                Result.parse(row.getBytes(2)),
                                row.getTimestamp(3).toInstant(),
                                row.getString(4))),
                cycle,
                units);
        return found;
    }

    void save(Cycle cycle, Map<Unit, Result> results) {
        var rows = new ArrayList<@Nullable Object[]>();
        results.forEach((unit, result) -> rows.add(new @Nullable Object[] {
            cycle.id(),
            unit.code(),
            unit.level(),
            unit.parent(),
            result.edition(),
            result.score() == null ? null : result.score().total(),
            result.canonical(cycle, unit).digest(),
            result.bytes()
        }));
        sql.later(UPSERT, rows);
    }

    /** Keeps the editions that were found sealed. */
    void seal(List<Found> found) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var one : found) {
            for (var sealed : one.sealed()) {
                rows.add(new @Nullable Object[] {
                    one.cycle().id(),
                    one.unit().code(),
                    sealed.result().edition(),
                    sealed.publication().fact().recorded(),
                    sealed.result().canonical(one.cycle(), one.unit()).digest(),
                    sealed.result().bytes()
                });
            }
        }
        sql.batch("insert into edition (cycle, unit, edition, sealed, digest, body) values (?, ?, ?, ?, ?, ?)", rows);
    }

    /** The last version folded of each stream, whichever reader read it; nothing for one never met. */
    public Map<String, Long> seen(Collection<String> streams) {
        var seen = new HashMap<String, Long>();
        sql.each("""
                select stream, max(version) from stream_seen
                where reader in ('registry', 'assessment') and stream = any(?) group by stream""", row -> seen.put(row.getString(1), row.getLong(2)), streams);
        return seen;
    }

    /**
     * Rank of a unit among the rated ones of its level; equal totals share a rank.
     *
     * @param publishedOnly compare with published results only
     * @return absent when the unit is not rated
     */
    public @Nullable Integer rank(String cycle, String unit, boolean publishedOnly) {
        return sql.one("""
                select 1 + count(better.unit) from score mine
                left join score better on better.cycle = mine.cycle and better.level = mine.level
                    and better.total > mine.total and (not ? or better.edition > 0)
                where mine.cycle = ? and mine.unit = ? and mine.total is not null group by mine.unit""", row -> row.getInt(1), publishedOnly, cycle, unit);
    }

    /** As {@link #rank}, for many units. */
    public Map<String, Integer> ranks(String cycle, Collection<String> units, boolean publishedOnly) {
        var ranks = new HashMap<String, Integer>();
        sql.each("""
                select unit, place from (
                    select unit, rank() over (partition by level order by total desc) as place from score
                    where cycle = ? and total is not null and (not ? or edition > 0)) ranked
                where unit = any(?)""", row -> ranks.put(row.getString(1), row.getInt(2)), cycle, publishedOnly, units);
        return ranks;
    }

    private static String rows(String condition) {
        return """
                select unit.cycle, unit.code, unit.level, unit.parent, unit.peer_group, unit.demo, body, digest
                from unit join score on score.cycle = unit.cycle and score.unit = unit.code
                %s""".formatted(condition);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Unit.of(row), Result.parse(row.getBytes(7)), row.getString(8));
    }
}
