package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.rebuild.table.Schemas;
import cn.chuyi.reporting.score.CanonicalText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is live against what was rebuilt. A digest that is kept beside a score proves nothing about the score, so
 * wherever the two rows are not the same, the live digest is made again of what the live row shows.
 */
final class Comparison {
    private static final int SHOWN = 1000;
    private static final String UNEQUAL = """
            select cycle, unit, null::int as edition, a.edition, a.total, a.digest, a.body, b.digest
            from live.score a full join %1$s.score b using (cycle, unit)
            where (a.level, a.parent, a.digest, a.edition, a.total, a.body)
                is distinct from (b.level, b.parent, b.digest, b.edition, b.total, b.body)
            union all
            select cycle, unit, edition, edition, null, a.digest, a.body, b.digest
            from live.edition a full join %1$s.edition b using (cycle, unit, edition)
            where (a.digest, a.body) is distinct from (b.digest, b.body)
            order by 1, 2, 3""";

    /** What is shown of a score, or decides how, besides its row. */
    private static final List<String> SHOWN_BESIDE = List.of(
            "table %s.cycle",
            "table %s.unit",
            "table %s.division",
            "select * from %s.page where stream >= 'catalogue-' and stream < 'catalogue.'");

    private static final String SAME = "select not exists (%1$s except %2$s) and not exists (%2$s except %1$s)";

    private final Sql sql;
    private final String side;
    private final Map<String, Cycle> cycles = new HashMap<>();
    private final Map<String, Map<String, Unit>> units = new HashMap<>();

    private final List<Unequal> unequal = new ArrayList<>();

    private Comparison(Sql sql, String side) {
        this.sql = sql;
        this.side = side;
    }

    /** @param sql whose tables are those of the side schema */
    static Comparison of(Sql sql, String side) {
        var comparison = new Comparison(sql, side);
        sql.each(UNEQUAL.formatted(side), row -> comparison.unequal.add(Unequal.of(row)));
        return comparison;
    }

    /** Whether no row differs in anything, shown or not. */
    boolean rowsAreSame() {
        return unequal.isEmpty();
    }

    /** Whether whoever asks for scores as of now is answered the same by both. */
    boolean answersAreSame() {
        return rowsAreSame()
                && SHOWN_BESIDE.stream()
                        .allMatch(rows -> sql.list(
                                        SAME.formatted(rows.formatted(Schemas.LIVE), rows.formatted(side)),
                                        row -> row.getBoolean(1))
                                .getFirst());
    }

    List<Difference> differences() {
        new Cycles(sql).all().forEach(cycle -> cycles.put(cycle.id(), cycle));
        return unequal.stream()
                .map(one -> new Difference(one.cycle, one.unit, one.edition, shown(one), one.rebuilt))
                .filter(one -> !Objects.equals(one.live(), one.rebuilt()))
                .limit(SHOWN)
                .toList();
    }

    /** Two rows that are not the same; what they differ in may show nowhere. */
    private record Unequal(
            String cycle,
            String unit,
            @Nullable Integer edition,
            int shownEdition,
            @Nullable BigDecimal total,
            @Nullable String digest,
            byte @Nullable [] body,
            @Nullable String rebuilt) {

        static Unequal of(ResultSet row) throws SQLException {
            return new Unequal(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, Integer.class),
                    row.getInt(4),
                    row.getBigDecimal(5),
                    row.getString(6),
                    row.getBytes(7),
                    row.getString(8));
        }
    }

    /** The digest of the canonical lines as the live row would have them; its own where the unit is not known. */
    private @Nullable String shown(Unequal one) {
        var cycle = cycles.get(one.cycle);
        var unit = unit(one);
        if (one.body == null || cycle == null || unit == null || !Objects.equals(one.digest, one.rebuilt)) {
            return one.digest;
        }
        var result = read(one.body);
        if (result == null) {
            return null;
        }
        var text = result.canonical(cycle, unit);
        return new CanonicalText.Unit(
                        text.year(),
                        text.code(),
                        text.level(),
                        one.shownEdition,
                        one.edition == null ? one.total : text.total(),
                        text.grade(),
                        text.items())
                .digest();
    }

    /** Whoever alters a row by hand may leave what is no result any more: it shows nothing. */
    private static @Nullable Result read(byte[] body) {
        try {
            return Result.parse(body);
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private @Nullable Unit unit(Unequal one) {
        return units.computeIfAbsent(one.cycle, cycle -> {
                    var known = new HashMap<String, Unit>();
                    new Cycles(sql).units(cycle).forEach(unit -> known.put(unit.code(), unit));
                    return known;
                })
                .get(one.unit);
    }
}
