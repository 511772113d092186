package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Plain transactions on a database of its own connections, inside a service or without one. */
public record Transactions(DataSource database) {

    /** Commits when the work returns, rolls back when it throws. */
    public <T> T call(Function<Sql, T> work) {
        try (Connection connection = open()) {
            try {
                var result = work.apply(new Sql(connection));
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a rebuild lost its database", e);
        }
    }

    /** A connection whose transaction the caller ends. */
    Connection open() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
