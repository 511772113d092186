package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.Sql;
import java.util.function.Function;

/** A schema beside the live one. */
public record Side(Transactions transactions, String schema) {

    /** One transaction whose tables are those of the schema. */
    public <T> T call(Function<Sql, T> work) {
        return transactions.call(sql -> {
            new Schemas(sql).use(schema);
            return work.apply(sql);
        });
    }

    /** @param columns in the order in which they will come */
    public BinaryCopy copy(String table, String columns) {
        return new BinaryCopy(transactions, schema + "." + table, columns);
    }
}
