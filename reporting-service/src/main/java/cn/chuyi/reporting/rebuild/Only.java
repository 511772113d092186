package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.ledger.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The lock of the one who may make and swap schemas. It dies with its connection, so a crash frees it. */
@ApplicationScoped
class Only {
    private static final long LOCK = 0x72656275696c64L;

    private final DataSource database;

    Only(DataSource database) {
        this.database = database;
    }

    /** Held until closed. */
    record Held(Connection connection) implements AutoCloseable {
        @Override
        public void close() {
            try (connection) {
                new Sql(connection).each("select pg_advisory_unlock(?)", _ -> {}, LOCK);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot give the lock back", e);
            }
        }
    }

    /** @return absent when another holds it */
    @Nullable
    Held tryLock() {
        return lock("select pg_try_advisory_lock(?)");
    }

    /** Waits for it. */
    Held lock() {
        var held = lock("with taken as materialized (select pg_advisory_lock(?)) select true from taken");
        if (held == null) {
            throw new IllegalStateException("PostgreSQL answered no lock");
        }
        return held;
    }

    private @Nullable Held lock(String statement) {
        try {
            var connection = database.getConnection();
            if (Boolean.TRUE.equals(new Sql(connection).one(statement, row -> row.getBoolean(1), LOCK))) {
                return new Held(connection);
            }
            connection.close();
            return null;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask for the lock", e);
        }
    }
}
