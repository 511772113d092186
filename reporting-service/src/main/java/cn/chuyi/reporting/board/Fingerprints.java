package cn.chuyi.reporting.board;

import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over all rows that an answer of now is made of, by one statement. Equal fingerprints are equal answers; with
 * any doubt, or where a record is parked, there is none.
 */
record Fingerprints(Sql sql) {
    /** The tables' mark, which every batch changes, and a rebuild that mends something; no row where a record is parked. */
    static final String MARK = "select id::text from mark where not exists (select from parked)";

    private static final String ROWS = """
             from cycle
            left join unit on unit.cycle = cycle.id and unit.%s = ?
            left join score on score.cycle = cycle.id and score.unit = unit.code
            left join division own on own.code = unit.code
            left join division city on city.code = unit.parent
            where cycle.year = ? and cycle.programme = coalesce(?, cycle.programme)""";
    private static final String SCORE = """
            select encode(sha256(convert_to(row(cycle.*, unit.*, score.*, own.name, city.name,
                    (select count(*) from score better where better.cycle = score.cycle and better.level = score.level
                        and better.total > score.total and (? or better.edition > 0)),
                    (select string_agg(facts, '' order by version) from page
                        where stream = 'catalogue-' || cycle.id || '-' || unit.level))::text, 'UTF8')), 'hex'),
                score.edition, (""" + MARK + ")" + ROWS.formatted("code");
    private static final String BOARD = """
            select encode(sha256(convert_to(string_agg(
                    row(cycle.*, unit.*, score.*, own.name, city.name)
                        ::text, e'\n' order by unit.code collate "C"), 'UTF8')), 'hex'),
                count(distinct cycle.id), (""" + MARK + ")" + ROWS.formatted("level");

    /**
     * Of one answer.
     *
     * @param mark that the tables had
     * @param edition of a score, 0 when it is provisional; 0 of a board
     */
    record Print(String mark, String sha256, int edition) {}

    /**
     * Of one score, with its catalogue.
     *
     * @param everything whether it is ranked among all
     */
    @Nullable
    Print score(Asked asked, String unit, boolean everything) {
        var found = sql.list(
                SCORE,
                row -> print(row.getString(3), row.getString(1), row.getObject(2, Integer.class)),
                everything,
                unit,
                asked.year(),
                asked.programme());
        return found.size() == 1 ? found.getFirst().orElse(null) : null;
    }

    /** Of a board with all its units. */
    @Nullable
    Print board(Asked asked, Level level) {
        return sql.list(
                        BOARD,
                        row -> print(row.getString(3), row.getString(1), row.getInt(2) == 1 ? 0 : null),
                        level,
                        asked.year(),
                        asked.programme())
                .getFirst()
                .orElse(null);
    }

    private static Optional<Print> print(@Nullable String mark, String sha256, @Nullable Integer edition) {
        return mark == null || edition == null ? Optional.empty() : Optional.of(new Print(mark, sha256, edition));
    }
}
