package cn.chuyi.reporting.board;

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
import org.jspecify.annotations.Nullable;

/** The tables of standing scores and sealed editions. */
final class ScoreTables {
    private static final String UPSERT =
            """
            insert into score (cycle, unit, level, parent, edition, digest, body) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (cycle, unit) do update set level = excluded.level, parent = excluded.parent,
                edition = excluded.edition, digest = excluded.digest, body = excluded.body""";

    private final Sql sql;

    ScoreTables(Sql sql) {
        this.sql = sql;
    }

    /** A unit and what stands for it. */
    record Row(Unit unit, Result result, String digest) {}

    /** @param sealed when the publication was recorded */
    record Edition(Result result, Instant sealed, String digest) {}

    List<Row> of(String cycle, @Nullable Level level) {
        return sql.list(
                rows("where unit.cycle = ? and unit.level = coalesce(?, unit.level) order by unit.code"),
                ScoreTables::row,
                cycle,
                level == null ? null : level.name());
    }

    /** The next rows after a unit, in the order of units; {@code city} is a city with its counties. */
    List<Row> page(String cycle, @Nullable Level level, @Nullable String city, String after, int limit) {
        return sql.list(
                rows(
                        """
                        where unit.cycle = ? and unit.level = coalesce(?, unit.level)
                            and coalesce(?, unit.code) in (unit.code, unit.parent) and unit.code > ?
                        order by unit.code limit ?"""),
                ScoreTables::row,
                cycle,
                level == null ? null : level.name(),
                city,
                after,
                limit);
    }

    Map<String, Result> results(String cycle, Collection<String> units) {
        var found = new HashMap<String, Result>();
        sql.each(
                "select unit, body from score where cycle = ? and unit = any(?)",
                row -> found.put(row.getString(1), Result.parse(row.getString(2))),
                cycle,
                units);
        return found;
    }

    /** The results of the counties of each city. */
    Map<String, List<Result>> counties(String cycle, Collection<String> cities) {
        var found = new HashMap<String, List<Result>>();
        sql.each(
                "select parent, body from score where cycle = ? and level = 'COUNTY' and parent = any(?) order by unit",
                row -> found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(Result.parse(row.getString(2))),
                cycle,
                cities);
        return found;
    }

    Map<String, List<Edition>> editions(String cycle, Collection<String> units) {
        var found = new HashMap<String, List<Edition>>();
        sql.each(
                """
                select unit, body, sealed, digest from edition
                where cycle = ? and unit = any(?) order by unit, edition""",
                row -> found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new Edition(
                                Result.parse(row.getString(2)),
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
            result.canonical(cycle, unit).digest(),
            result.json()
        }));
        sql.batch(UPSERT, rows);
    }

    void seal(Cycle cycle, Unit unit, Instant published, Result result) {
        sql.update(
                "insert into edition (cycle, unit, edition, sealed, digest, body) values (?, ?, ?, ?, ?, ?)",
                cycle.id(),
                unit.code(),
                result.edition(),
                published,
                result.canonical(cycle, unit).digest(),
                result.json());
    }

    /** The last version folded of a stream, whichever reader read it; 0 before the first. */
    long seen(String stream) {
        var version = sql.one(
                "select coalesce(max(version), 0) from stream_seen where stream = ?", row -> row.getLong(1), stream);
        return version == null ? 0 : version;
    }

    private static String rows(String condition) {
        return """
                select unit.cycle, unit.code, unit.level, unit.parent, unit.peer_group, unit.demo, body, digest
                from unit join score on score.cycle = unit.cycle and score.unit = unit.code """
                + condition;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Unit.of(row), Result.parse(row.getString(7)), row.getString(8));
    }

}
