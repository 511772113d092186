package cn.chuyi.reporting;

import static org.awaitility.Awaitility.await;

import cn.chuyi.reporting.ledger.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/** Units in which something was found that is not announced yet. */
public final class Unannounced {
    private Unannounced() {}

    /** Waits until all that is folded is announced. */
    public static void awaitNone(DataSource database) {
        await().atMost(Duration.ofSeconds(20)).until(() -> count(database) == 0);
    }

    public static long count(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return Objects.requireNonNull(
                    new Sql(connection).one("select count(*) from unannounced", row -> row.getLong(1)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
