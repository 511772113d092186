package cn.chuyi.local.suite;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What rebuilds make in the reporting service's database, seen past the service.
 *
 * @param jdbc address of the database
 * @param user who is his own password
 */
record SideSchemas(String jdbc, String user) {

    static SideSchemas of(Settings settings) {
        var database = Application.REPORTING.database();
        var address = "jdbc:postgresql://localhost:" + settings.ports().of(Listener.POSTGRES) + "/" + database;
        return new SideSchemas(address, database);
    }

    List<String> names() {
        return texts("select nspname from pg_namespace where nspname ~ '^(rebuild|retired)_'");
    }

    /** Whether a rebuild has committed what it read of one topic; it goes on with the other one. */
    boolean isHalfFilled(String rebuild) {
        var cursors = "rebuild_" + rebuild + ".cursor";
        return !texts("select 1 where to_regclass('" + cursors + "') is not null")
                        .isEmpty()
                && !texts("select topic from " + cursors).isEmpty();
    }

    private List<String> texts(String query) {
        try (var connection = DriverManager.getConnection(jdbc, user, user);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
