package cn.chuyi.reporting.board;

import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                array(select facts from page
                    where stream = 'catalogue-' || cycle.id || '-' || unit.level order by version)
            from cycle join unit on unit.cycle = cycle.id
            join score on score.cycle = cycle.id and score.unit = unit.code
            left join division own on own.code = unit.code
            left join division city on city.code = unit.parent
            where cycle.year = ? and cycle.programme = coalesce(?, cycle.programme) and unit.code = ?
                and not exists (select from parked)""";

    /** Absent where there is not exactly one such score, or any record is parked: that takes longer to tell. */
    @Nullable
    Shown of(Asked asked, String unit) {
        if (asked.asOf() != null) {
            return null;
        }
        var found = sql.list(SCORE, row -> shown(row, unit), everything, asked.year(), asked.programme(), unit);
        return found.size() == 1 ? found.getFirst() : null;
    }

    private Shown shown(ResultSet row, String code) throws SQLException {
        var cycle = Cycle.of(row);
        var level = Level.valueOf(row.getString(6));
        var unit = new Unit(cycle.id(), code, level, text(row, 7), text(row, 8), row.getBoolean(9));
        var result = Result.parse(row.getBytes(10));
        var pages = List.of((byte[][]) row.getArray(15).getArray());
        var assessor = Catalogues.assessor(Ledger.facts(cycle.catalogueStream(level.name()), pages));
        return new Shown(
                cycle,
                unit,
                result,
                row.getString(11),
                assessor == null ? null : assessor.catalogue(),
                everything || result.edition() > 0 ? row.getObject(14, Integer.class) : null,
                List.of(),
                names(unit, text(row, 12), text(row, 13)));
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
