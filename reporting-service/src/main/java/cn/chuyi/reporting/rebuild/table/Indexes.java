package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The indexes and keys of some tables of a side schema, taken off while they are filled and made afterwards, which is
 * quicker than to keep them up row by row.
 *
 * @param statements that make them again
 */
public record Indexes(List<String> statements) {
    private static final String FIND = """
            select index.relname, key.conname, pg_get_constraintdef(key.oid), pg_get_indexdef(index.oid)
            from pg_index join pg_class index on index.oid = indexrelid join pg_class owner on owner.oid = indrelid
                join pg_namespace on pg_namespace.oid = owner.relnamespace
                left join pg_constraint key on key.conindid = index.oid
            where nspname = ? and owner.relname = ? order by key.conname nulls last, index.relname""";

    /** @param key name of the constraint; empty for a plain index */
    private record Found(String name, String key, String keyDefinition, String definition) {}

    /** Nothing to make. */
    public static final Indexes NONE = new Indexes(List.of());

    public static Indexes takeOff(Sql sql, String schema, String table) {
        var found = sql.list(
                FIND,
                row -> new Found(row.getString(1), or(row.getString(2)), or(row.getString(3)), row.getString(4)),
                schema,
                table);
        var owner = schema + "." + table;
        found.forEach(one -> sql.script(
                one.key().isEmpty()
                        ? "drop index " + schema + "." + one.name()
                        : "alter table " + owner + " drop constraint " + one.key()));
        return new Indexes(found.stream()
                .map(one -> one.key().isEmpty()
                        ? one.definition()
                        : "alter table " + owner + " add constraint " + one.key() + " " + one.keyDefinition())
                .toList());
    }

    /** Makes them, with enough memory to sort in, and one process for each: all cores have enough to do. */
    public boolean make(Sql sql) {
        sql.script("set local maintenance_work_mem = '128MB'; set local max_parallel_maintenance_workers = 0");
        statements.forEach(sql::script);
        return true;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
