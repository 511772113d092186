package cn.chuyi.reporting.ledger;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Snapshots of another schema than the live one. */
public final class OtherSchema extends Snapshots {
    private final String schema;

    public OtherSchema(DataSource database, String schema) {
        super(database);
        this.schema = schema;
    }

    @Override
    public <T> T read(Function<Sql, T> reading) {
        return super.read(sql -> {
            sql.script("set local search_path to " + schema + ", public");
            return reading.apply(sql);
        });
    }

    @Override
    public <T extends @Nullable Object> T glance(Function<Sql, T> statement) {
        return read(statement);
    }
}
