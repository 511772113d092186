package cn.chuyi.bench.rebuild;

import cn.chuyi.reporting.rebuild.table.Transactions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All derived rows of a schema under one number a table; equal numbers are equal rows. */
final class Rows {
    private static final List<String> TABLES = List.of(
            "fact", "attribution", "division", "cycle", "unit", "school", "work", "project", "score", "edition");

    private Rows() {}

    static Map<String, String> of(Transactions transactions, String schema) {
        var rows = new TreeMap<String, String>();
        for (var table : TABLES) {
            rows.put(
                    table,
                    transactions
                            .call(sql -> sql.list("""
                            select count(*) || ' rows, ' || coalesce(sum(hashtextextended(to_jsonb(r)::text, 0)), 0)
                            from %s.%s r""".formatted(schema, table), row -> row.getString(1)))
                            .getFirst());
        }
        return rows;
    }

    static void requireSame(String who, Map<String, String> found, Map<String, String> expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException(who + " has other rows: " + found + " where the rebuild has " + expected);
        }
    }
}
