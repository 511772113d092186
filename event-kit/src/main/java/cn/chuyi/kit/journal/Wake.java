package cn.chuyi.kit.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/** PostgreSQL's own bell: rung by a trigger of the journal, heard at the commit, by any replica. */
final class Wake {
    private static final String CHANNEL = "journal";

    private Wake() {}

    static void listen(Connection connection) throws SQLException {
        execute(connection, "listen " + CHANNEL);
    }

    static void unlisten(Connection connection) throws SQLException {
        execute(connection, "unlisten " + CHANNEL);
    }

    /** Returns when the bell rings or the time is over. */
    static void await(Connection connection, Duration longest) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) longest.toMillis());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
