package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.ledger.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit or edition whose canonical lines are not the same live and rebuilt.
 *
 * @param edition absent when the standing score differs
 * @param live digest; absent when it is not there
 * @param rebuilt digest; absent when it is not there
 */
record Difference(
        String cycle,
        String unit,
        @Nullable Integer edition,
        @Nullable String live,
        @Nullable String rebuilt) {

    private static final int SHOWN = 1000;
    private static final String COMPARE = """
            select cycle, unit, null as edition, a.digest, b.digest
            from live.score a full join %1$s.score b using (cycle, unit) where a.digest is distinct from b.digest
            union all
            select cycle, unit, edition, a.digest, b.digest
            from live.edition a full join %1$s.edition b using (cycle, unit, edition)
            where a.digest is distinct from b.digest
            order by 1, 2, 3 limit ?""";

    static List<Difference> between(Sql sql, String side) {
        return sql.list(
                COMPARE.formatted(side),
                row -> new Difference(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getString(5)),
                SHOWN);
    }
}
