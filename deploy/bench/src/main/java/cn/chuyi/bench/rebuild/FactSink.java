package cn.chuyi.bench.rebuild;

import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.table.Side;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows to PostgreSQL as a JDBC sink sends them: in batches, each a transaction that may be repeated. */
final class FactSink {
    private static final int BATCH = 1000;

    /** Of the table, by name, with the type of each. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("stream", "text collate \"C\"");
        COLUMNS.put("version", "bigint");
        COLUMNS.put("id", "text not null");
        COLUMNS.put("type", "text not null");
        COLUMNS.put("recorded", "timestamptz not null");
        COLUMNS.put("actor", "text");
        COLUMNS.put("topic", "text not null");
        COLUMNS.put("partition", "int not null");
        COLUMNS.put("\"offset\"", "bigint not null");
        COLUMNS.put("payload", "text not null");
    }

    private static final String NAMES = String.join(", ", COLUMNS.keySet());
    private static final String TABLE = COLUMNS.entrySet().stream()
            .map(column -> column.getKey() + " " + column.getValue())
            .collect(Collectors.joining(", ", "create table fact (", ", primary key (stream, version))"));
    private static final String INSERT = "insert into fact (" + NAMES + ") values ("
            + String.join(", ", Collections.nCopies(COLUMNS.size(), "?")) + ") on conflict do nothing";

    private final Side side;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    FactSink(Side side) {
        this.side = side;
    }

    /** Makes the table, once for all. */
    static void prepare(Sql sql) {
        sql.script(TABLE);
    }

    void add(Recorded fact) {
        rows.add(row(fact));
        if (rows.size() >= BATCH) {
            flush();
        }
    }

    void flush() {
        side.call(sql -> {
            sql.batch(INSERT, rows);
            return true;
        });
        rows.clear();
    }

    /** A fact as the table keeps it. */
    static @Nullable Object[] row(Recorded fact) {
        return new @Nullable Object[] {
            fact.stream(),
            fact.version(),
            fact.id(),
            fact.type(),
            fact.recorded(),
            fact.actor(),
            fact.position().topic(),
            fact.position().partition(),
            fact.position().offset(),
            Codecs.encode(fact.fact())
        };
    }

    /** All that the table of a schema keeps, in no order. */
    static void each(Sql sql, String schema, Consumer<@Nullable Object[]> taker) {
        sql.each("select " + NAMES + " from " + schema + ".fact", row -> {
            var values = new @Nullable Object[COLUMNS.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(i + 1) instanceof Timestamp time ? time.toInstant() : row.getObject(i + 1);
            }
            taker.accept(values);
        });
    }
}
