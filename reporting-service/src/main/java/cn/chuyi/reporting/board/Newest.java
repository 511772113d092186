package cn.chuyi.reporting.board;

import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A score of now with all that is shown beside it, by one statement: what {@link Showcase} takes seven for. For one who has
 * waited for it, and whose answer nobody has had before.
 *
 * @param everything whether it is ranked among all, and not only among the published
 */
record Newest(Sql sql, boolean everything) {
    private static final String SCORE = """
            select cycle.id, cycle.programme, cycle.year, cycle.reference_date, cycle.demo,
                unit.level, unit.parent, unit.peer_group, unit.demo, score.body, score.digest, own.name, city.name,
                case when score.total is not null then 1 + (select count(*)::int from score better
                    where better.cycle = score.cycle and better.level = score.level and better.total > score.total
                        and (? or better.edition > 0)) end,
                (select string_agg(tableoid || '.' || version, ' ' order by version) from page where stream = %1$s), %2$s
            from cycle join unit on unit.cycle = cycle.id
            join score on score.cycle = cycle.id and score.unit = unit.code
            left join division own on own.code = unit.code
            left join division city on city.code = unit.parent
            where cycle.year = ? and cycle.programme = coalesce(?, cycle.programme) and unit.code = ?
                and not exists (select from parked)""";

    private static final String CATALOGUE = "'catalogue-' || cycle.id || '-' || unit.level";
    private static final String LEAN = SCORE.formatted(CATALOGUE, "null");
    private static final String WHOLE = SCORE.formatted(
            CATALOGUE, "array(select facts from page where stream = " + CATALOGUE + " order by version)");

    /**
     * By stream and pages, as the database names them: a page is never changed, and the tables of a rebuild have other names.
     * So a catalogue, which is as large as twenty scores, is sent once.
     */
    private static final Map<String, Known> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 200;

    /** @param catalogue absent when none is frozen, or it cannot be read */
    private record Known(@Nullable Catalogue catalogue) {}

    /**
     * Absent where there is not exactly one such score, or any record is parked: that takes longer to tell.
     *
     * @param asked as of now
     */
    @Nullable
    Shown of(Asked asked, String unit) {
        var found = read(LEAN, asked, unit);
        if (found.stream().anyMatch(Optional::isEmpty)) {
            found = read(WHOLE, asked, unit);
        }
        return found.size() == 1 ? found.getFirst().orElse(null) : null;
    }

    private List<Optional<Shown>> read(String statement, Asked asked, String unit) {
        return sql.list(statement, row -> shown(row, unit), everything, asked.year(), asked.programme(), unit);
    }

    /** Absent where the catalogue is neither sent nor known. */
    private Optional<Shown> shown(ResultSet row, String code) throws SQLException {
        var cycle = Cycle.of(row);
        var level = Level.valueOf(row.getString(6));
        var unit = new Unit(cycle.id(), code, level, text(row, 7), text(row, 8), row.getBoolean(9));
        var result = Result.parse(row.getBytes(10));
        var known = catalogue(row, cycle.catalogueStream(level.name()));
        return known == null
                ? Optional.empty()
                : Optional.of(new Shown(
                        cycle,
                        unit,
                        result,
                        row.getString(11),
                        known.catalogue(),
                        everything || result.edition() > 0 ? row.getObject(14, Integer.class) : null,
                        List.of(),
                        names(unit, text(row, 12), text(row, 13))));
    }

    private static @Nullable Known catalogue(ResultSet row, String stream) throws SQLException {
        var pages = stream + " " + row.getString(15);
        var sent = row.getArray(16);
        if (sent == null) {
            return KNOWN.get(pages);
        }
        var assessor = Catalogues.assessor(Ledger.facts(stream, List.of((byte[][]) sent.getArray())));
        var known = new Known(assessor == null ? null : assessor.catalogue());
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        KNOWN.put(pages, known);
        return known;
    }

    private static Map<String, String> names(Unit unit, @Nullable String own, @Nullable String city) {
        var names = new HashMap<String, String>();
        if (own != null) {
            names.put(unit.code(), own);
        }
        if (unit.parent() != null && city != null) {
            names.put(unit.parent(), city);
        }
        return names;
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
