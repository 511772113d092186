package cn.chuyi.bench.rebuild;

import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.rebuild.table.Schemas;
import cn.chuyi.reporting.rebuild.table.Transactions;
import cn.chuyi.reporting.score.CanonicalText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All derived rows of a schema under one number a table, and all facts, however they are kept; equal numbers are equal rows. */
final class Rows {
    private static final List<String> TABLES =
            List.of("attribution", "division", "cycle", "unit", "school", "work", "project", "score", "edition");
    private static final String FACTS = "facts";
    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final String schema;
    private final Map<String, String> numbers = new TreeMap<>();
    private long count;
    private long sum;

    private Rows(Transactions transactions, String schema) {
        this.transactions = transactions;
        this.schema = schema;
        TABLES.forEach(this::table);
    }

    /** Of a schema as the service makes it: facts in pages. */
    static Map<String, String> paged(Transactions transactions, String schema) {
        var rows = new Rows(transactions, schema);
        transactions.call(sql -> {
            new Schemas(sql).use(schema);
            new Ledger(sql)
                    .walk(
                            "",
                            CHUNK,
                            null,
                            streams -> streams.values()
                                    .forEach(facts -> facts.forEach(fact -> rows.fact(FactSink.row(fact)))));
            return true;
        });
        return rows.numbers();
    }

    /** Of a schema with a table of facts, row by row. */
    static Map<String, String> plain(Transactions transactions, String schema) {
        var rows = new Rows(transactions, schema);
        transactions.call(sql -> {
            FactSink.each(sql, schema, rows::fact);
            return true;
        });
        return rows.numbers();
    }

    private void table(String table) {
        var number = transactions.call(sql -> sql.list("""
                select count(*) || ' rows, ' || coalesce(sum(hashtextextended(to_jsonb(r)::text, 0)), 0)
                from %s.%s r""".formatted(schema, table), row -> row.getString(1)));
        numbers.put(table, number.getFirst());
    }

    private void fact(@Nullable Object[] row) {
        count++;
        sum += Long.parseUnsignedLong(CanonicalText.sha256(Arrays.toString(row)).substring(0, 16), 16);
    }

    private Map<String, String> numbers() {
        numbers.put(FACTS, count + " facts, " + sum);
        return numbers;
    }

    static void requireSame(String who, Map<String, String> found, Map<String, String> expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException(who + " has other rows: " + found + " where the rebuild has " + expected);
        }
    }
}
