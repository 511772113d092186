package cn.chuyi.reporting.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads that see one state of the database. */
@ApplicationScoped
public class Snapshots {
    private final DataSource database;

    Snapshots(DataSource database) {
        this.database = database;
    }

    /** However many statements the reading needs. */
    public <T> T read(Function<Sql, T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                var sql = new Sql(connection);
                sql.script("set transaction isolation level repeatable read, read only");
                return reading.apply(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot read", e);
            }
        });
    }

    /** A single statement, which sees one state by itself: it takes one way to the database where a snapshot takes three more. */
    public <T extends @Nullable Object> T glance(Function<Sql, T> statement) {
        try (Connection connection = database.getConnection()) {
            return statement.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read", e);
        }
    }
}
