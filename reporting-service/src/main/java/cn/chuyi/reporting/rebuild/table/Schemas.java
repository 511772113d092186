package cn.chuyi.reporting.rebuild.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.CanonicalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The schema {@code live} and its doubles. All are made by one script, whose digest is kept as the schema's comment: a
 * service that brings another script makes its live schema anew.
 */
public final class Schemas {
    public static final String LIVE = "live";

    private static final String SIDE = "rebuild_";
    private static final String RETIRED = "retired_";
    private static final List<String> SCRIPTS =
            List.of("/live.sql", "/db/kit-reader/V0_2__reader.sql", "/db/kit-reader/V0_6__mark.sql");
    private static final String SCRIPT = script();

    private final Sql sql;

    public Schemas(Sql sql) {
        this.sql = sql;
    }

    /** Whether there is a live schema of this version. */
    public boolean current() {
        var digest = sql.one(
                "select coalesce(obj_description(oid, 'pg_namespace'), '') from pg_namespace where nspname = ?",
                row -> row.getString(1),
                LIVE);
        return CanonicalText.sha256(SCRIPT).equals(digest);
    }

    /** Makes an empty double and answers its name. */
    public String create(String id) {
        var name = SIDE + id;
        sql.script("create schema " + name);
        use(name);
        sql.script(SCRIPT);
        sql.script("comment on schema " + name + " is '" + CanonicalText.sha256(SCRIPT) + "'");
        return name;
    }

    /** Turns the connection to a schema until the transaction ends. */
    public void use(String name) {
        sql.script("set local search_path to " + name + ", public");
    }

    /** Puts a double in the place of the live schema, which stays under another name until {@link #sweep}. */
    public void swap(String name) {
        if (exists(LIVE)) {
            sql.script("alter schema live rename to " + RETIRED + name.substring(SIDE.length()));
        }
        sql.script("alter schema " + name + " rename to " + LIVE);
    }

    /** Drops doubles and retired schemas, of this run or of one that crashed. */
    public void sweep() {
        sql.list("select nspname from pg_namespace where nspname ~ '^(rebuild|retired)_'", row -> row.getString(1))
                .forEach(name -> sql.script("drop schema " + name + " cascade"));
    }

    /** Whether there is a schema of that name. */
    public boolean exists(String name) {
        return sql.one("select 1 from pg_namespace where nspname = ?", row -> row.getInt(1), name) != null;
    }

    private static String script() {
        var script = new StringBuilder();
        for (var name : SCRIPTS) {
            try (InputStream in = Schemas.class.getResourceAsStream(name)) {
                script.append(new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return script.toString();
    }
}
