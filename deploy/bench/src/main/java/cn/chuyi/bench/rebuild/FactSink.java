package cn.chuyi.bench.rebuild;

import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.table.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows to PostgreSQL as a JDBC sink sends them: in batches, each a transaction that may be repeated. */
final class FactSink {
    private static final int BATCH = 1000;
    private static final String TABLE = """
            create table fact (stream text collate "C", version bigint, id text not null, type text not null,
                recorded timestamptz not null, actor text, topic text not null, partition int not null,
                "offset" bigint not null, payload text not null, primary key (stream, version))""";
    private static final String INSERT = """
            insert into fact (stream, version, id, type, recorded, actor, topic, partition, "offset", payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

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
        rows.add(new @Nullable Object[] {
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
        });
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
}
