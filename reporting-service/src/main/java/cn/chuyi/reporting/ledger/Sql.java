package cn.chuyi.reporting.ledger;

import cn.chuyi.kit.database.Writes;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Statements on one connection, in its transaction. A collection of texts becomes a PostgreSQL array. What is written
 * {@link #later} goes together with others in one trip, before anything else is asked for, and at the latest by {@link #flush}.
 */
public final class Sql {

    private static final int FETCH = 1000;

    private final Connection connection;
    private final Writes writes;

    public Sql(Connection connection) {
        this(new Writes(connection));
    }

    /** @param writes of others too, that go together with those from here */
    public Sql(Writes writes) {
        this.connection = writes.connection();
        this.writes = writes;
    }

    /** Reads one row. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    public interface Sink {
        void take(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) {
        var found = new ArrayList<T>();
        each(sql, rows -> found.add(row.of(rows)), arguments);
        return found;
    }

    public <T> @Nullable T one(String sql, Row<T> row, @Nullable Object... arguments) {
        var found = list(sql, row, arguments);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Streams the rows; they are not held in memory. */
    public void each(String sql, Sink sink, @Nullable Object... arguments) {
        flush();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, arguments);
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sink.take(rows);
                }
            }
        } catch (SQLException e) {
            throw new LedgerException(sql, e);
        }
    }

    public int update(String sql, @Nullable Object... arguments) {
        flush();
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, arguments);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerException(sql, e);
        }
    }

    /** One statement over many rows, in one round trip. */
    public void batch(String sql, Collection<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        flush();
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(update, row);
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new LedgerException(sql, e);
        }
    }

    /** As {@link Writes#later}. */
    public void later(String sql, Collection<@Nullable Object[]> rows) {
        writes.later(sql, rows);
    }

    /** As {@link Writes#expect}. */
    public void expect(String sql, Collection<@Nullable Object[]> rows) {
        writes.expect(sql, rows);
    }

    /** As {@link #later}, and at once. */
    public void rows(String sql, Collection<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            later(sql, rows);
            flush();
        }
    }

    /** Writes what was left for later, all in one trip. */
    public void flush() {
        try {
            writes.flush();
        } catch (SQLException e) {
            throw new LedgerException("what was left for later", e);
        }
    }

    /** Runs a script of statements. */
    public void script(String sql) {
        flush();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new LedgerException(sql, e);
        }
    }

    /** Fills a table by COPY, the fastest way in. */
    public void copy(String tableAndColumns, Collection<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        flush();
        var text = new StringBuilder();
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                text.append(i == 0 ? "" : "\t").append(cell(row[i]));
            }
            text.append('\n');
        }
        var sql = "copy " + tableAndColumns + " from stdin";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(text.toString()));
        } catch (SQLException | IOException e) {
            throw new LedgerException(sql, e);
        }
    }

    /** Something on a bare connection. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Lends the connection to code that needs it bare, in the same transaction. */
    public <T> T within(Work<T> work) {
        flush();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw new LedgerException("lent connection", e);
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "\\N";
        }
        if (value instanceof byte[] bytes) {
            return "\\\\x" + HexFormat.of().formatHex(bytes);
        }
        return value.toString()
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, bound(arguments[i]));
        }
    }

    private @Nullable Object bound(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Collection<?> texts -> connection.createArrayOf("text", texts.toArray());
            case Instant instant -> Timestamp.from(instant);
            case LocalDate date -> Date.valueOf(date);
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }
}
