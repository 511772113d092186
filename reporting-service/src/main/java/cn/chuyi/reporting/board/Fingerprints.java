package cn.chuyi.reporting.board;

import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over all rows that an answer of now is made of, by one statement. Equal fingerprints are equal answers; with
 * any doubt, or where a record is parked, there is none.
 */
record Fingerprints(Sql sql) {
    private static final String ROWS = """
            from cycle
            left join unit on unit.cycle = cycle.id and unit.%s = ?
            left join score on score.cycle = cycle.id and score.unit = unit.code
            left join division own on own.code = unit.code
            left join division city on city.code = unit.parent
            where cycle.year = ? and cycle.programme = coalesce(?, cycle.programme)""";
    private static final String SCORE = """
            select encode(sha256(convert_to(row(cycle.*, unit.*, score.*, score.tableoid, own.name, city.name,
                    (select count(*) from score better where better.cycle = score.cycle and better.level = score.level
                        and better.total > score.total and (? or better.edition > 0)),
                    (select max(version) from stream_seen
                        where stream = 'catalogue-' || cycle.id || '-' || unit.level))::text, 'UTF8')), 'hex'),
                score.edition, exists (select 1 from parked)
            """ + ROWS.formatted("code");
    private static final String BOARD = """
            select encode(sha256(convert_to(string_agg(
                    row(cycle.*, unit.*, score.digest, score.edition, score.total, score.tableoid, own.name, city.name)
                        ::text, e'\n' order by unit.code collate "C"), 'UTF8')), 'hex'),
                count(distinct cycle.id), exists (select 1 from parked)
            """ + ROWS.formatted("level");

    /** Of one score and what is shown beside it. */
    record Print(String sha256, int edition) {}

    /**
     * The position of a frozen catalogue says what it has; the table's identity says that no rebuild came between.
     *
     * @param everything whether it is ranked among all
     */
    @Nullable
    Print score(Asked asked, String unit, boolean everything) {
        var found = sql.list(SCORE, Fingerprints::print, everything, unit, asked.year(), asked.programme());
        return found.size() == 1 ? found.getFirst().orElse(null) : null;
    }

    /** Of a board with all its units. */
    @Nullable
    String board(Asked asked, Level level) {
        return sql.list(
                        BOARD,
                        row -> row.getInt(2) == 1 && !row.getBoolean(3)
                                ? Optional.of(row.getString(1))
                                : Optional.<String>empty(),
                        level,
                        asked.year(),
                        asked.programme())
                .getFirst()
                .orElse(null);
    }

    private static Optional<Print> print(ResultSet row) throws SQLException {
        return row.getObject(2) == null || row.getBoolean(3)
                ? Optional.empty()
                : Optional.of(new Print(row.getString(1), row.getInt(2)));
    }
}
