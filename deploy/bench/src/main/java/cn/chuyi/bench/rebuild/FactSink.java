package cn.chuyi.bench.rebuild;

import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.rebuild.table.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows to PostgreSQL as a JDBC sink sends them: in batches, each a transaction that may be repeated. */
final class FactSink {
    private static final int BATCH = 1000;
    private static final String INSERT =
            "insert into fact (" + Recorded.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private final Side side;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    FactSink(Side side) {
        this.side = side;
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
