package cn.chuyi.kit.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction writes and nobody in it has to wait for: it goes together, in one trip and in the order of the calls,
 * when it is {@link #flush flushed}. Whoever reads what may be among it flushes first.
 */
public final class Writes {
    private final Connection connection;
    private final List<Later> waiting = new ArrayList<>();

    public Writes(Connection connection) {
        this.connection = connection;
    }

    /** Takes the rows that were asked for. */
    @FunctionalInterface
    public interface Answer {
        void take(ResultSet rows) throws SQLException;
    }

    /**
     * @param expected how many rows it must hit; {@value #ANY} where that does not matter
     * @param answer absent where it asks for nothing
     */
    private record Later(
            String sql,
            List<@Nullable Object[]> rows,
            int expected,
            @Nullable Answer answer) {
        private static final int ANY = -1;

        boolean expects() {
            return expected != ANY;
        }
    }

    /** On which they go. */
    public Connection connection() {
        return connection;
    }

    /** @param sql takes each column of the rows as an array, {@code ?::bigint[]} for example */
    public void later(String sql, Collection<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            waiting.add(new Later(sql, List.copyOf(rows), Later.ANY, null));
        }
    }

    /**
     * As {@link #later}, of rows that are there only if nobody else has changed them: for one who goes on meanwhile as if
     * nobody had.
     */
    public void expect(String sql, Collection<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            waiting.add(new Later(sql, List.copyOf(rows), rows.size(), null));
        }
    }

    /**
     * Asks for rows as they are when all before this is written.
     *
     * @param sql as of {@link #later}
     */
    public void ask(String sql, Collection<@Nullable Object[]> rows, Answer answer) {
        if (!rows.isEmpty()) {
            waiting.add(new Later(sql, List.copyOf(rows), Later.ANY, answer));
        }
    }

    /**
     * Writes what waits.
     *
     * @throws OvertakenException when rows are not as they were expected, or may not be: what failed may have failed for that.
     *     The transaction has to be rolled back
     */
    public void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        var all = List.copyOf(waiting);
        waiting.clear();
        try (PreparedStatement write =
                connection.prepareStatement(all.stream().map(Later::sql).collect(Collectors.joining(";\n")))) {
            int parameter = 1;
            for (var one : all) {
                parameter = bind(write, parameter, one.rows());
            }
            write.execute();
            for (var one : all) {
                if (one.expects() && one.expected() != write.getUpdateCount()) {
                    throw new OvertakenException(null);
                }
                if (one.answer() != null) {
                    try (ResultSet found = write.getResultSet()) {
                        one.answer().take(found);
                    }
                }
                write.getMoreResults();
            }
        } catch (SQLException e) {
            if (all.stream().anyMatch(Later::expects)) {
                throw new OvertakenException(e);
            }
            throw e;
        }
    }

    /**
     * Writes rows at once.
     *
     * @param sql as of {@link #later}
     * @param rows at least one
     * @return how many were written
     */
    public int now(String sql, List<@Nullable Object[]> rows) throws SQLException {
        flush();
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            bind(write, 1, rows);
            return write.executeUpdate();
        }
    }

    private int bind(PreparedStatement write, int from, List<@Nullable Object[]> rows) throws SQLException {
        int columns = rows.getFirst().length;
        for (int column = 0; column < columns; column++) {
            write.setArray(from + column, column(rows, column));
        }
        return from + columns;
    }

    /** Bytes as they are, all else as texts, which PostgreSQL casts. */
    private Array column(List<@Nullable Object[]> rows, int column) throws SQLException {
        return rows.getFirst()[column] instanceof byte[]
                ? connection.createArrayOf(
                        "bytea", rows.stream().map(row -> (byte[]) row[column]).toArray(byte[][]::new))
                : connection.createArrayOf(
                        "text",
                        rows.stream()
                                .map(row -> row[column] == null ? null : row[column].toString())
                                .toArray());
    }
}
