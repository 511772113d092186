package cn.chuyi.reporting.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads that see one state of the database however many statements they need. */
@ApplicationScoped
public class Snapshots {
    private final DataSource database;

    Snapshots(DataSource database) {
        this.database = database;
    }

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

    /** A read of one statement, which needs no transaction. */
    public <T> T glance(Function<Sql, T> reading) {
        try (Connection connection = database.getConnection()) {
            return reading.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read", e);
        }
    }
}
