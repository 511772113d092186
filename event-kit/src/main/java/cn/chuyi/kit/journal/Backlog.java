package cn.chuyi.kit.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads and stamps what is committed and not yet published, on the connection that holds the relay's lock. */
final class Backlog {
    private static final long LOCK = 0x72656c6179L;

    private Backlog() {}

    /** True when this connection is the one relay now; it stays so until the connection ends. */
    static boolean elect(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static void resign(Connection connection) throws SQLException {
        try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, LOCK);
            unlock.execute();
        }
    }

    /** The oldest unpublished rows. A row whose transaction commits late is simply found by a later call. */
    static List<JournalRow> next(Connection connection, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + JournalRow.COLUMNS
                + " from journal where published_at is null order by position limit ?")) {
            select.setInt(1, most);
            try (ResultSet rows = select.executeQuery()) {
                return all(rows);
            }
        }
    }

    /**
     * Writes down which rows are sent next, and in which order. So whoever sends them again after a crash sends them with
     * the same places in the chain, and what a topic says of the chain stays true.
     */
    static void begin(Connection connection, List<JournalRow> rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into relay_batch (positions) values (?)
                on conflict (single) do update set positions = excluded.positions""")) {
            upsert.setArray(1, connection.createArrayOf("bigint", positions(rows)));
            upsert.executeUpdate();
        }
    }

    /** The rows that were begun and not stamped, in their order; empty when the last batch came to its end. */
    static List<JournalRow> begun(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + JournalRow.COLUMNS + """
                 from relay_batch cross join unnest(positions) with ordinality as begun (position, place)
                join journal using (position) where published_at is null order by place""");
                ResultSet rows = select.executeQuery()) {
            return all(rows);
        }
    }

    private static List<JournalRow> all(ResultSet rows) throws SQLException {
        var found = new ArrayList<JournalRow>();
        while (rows.next()) {
            found.add(JournalRow.of(rows));
        }
        return found;
    }

    private static Long[] positions(List<JournalRow> rows) {
        return rows.stream().map(JournalRow::position).toArray(Long[]::new);
    }

    /** The end of the hash chain. */
    static Link head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select chain, hash from journal where chain is not null order by chain desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Link(row.getLong(1), row.getBytes(2)) : Link.origin();
        }
    }

    /**
     * As {@link #stamp}, without waiting for the disk: the next {@link #begin} does, for both. Rows whose stamp a crash of
     * the database undoes are begun still, and sent again with the same links.
     */
    static void stampSoon(Connection connection, List<JournalRow> rows, List<Link> links, Instant now)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit to off");
            stamp(connection, rows, links, now);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Stamps rows as published and chains them, in their order, in one statement. */
    static void stamp(Connection connection, List<JournalRow> rows, List<Link> links, Instant now) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update journal set published_at = ?, chain = link.number, hash = link.hash
                from unnest(?, ?, ?) as link (position, number, hash)
                where journal.position = link.position and journal.published_at is null""")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setArray(2, connection.createArrayOf("bigint", positions(rows)));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", links.stream().map(Link::number).toArray()));
            update.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", links.stream().map(Link::hash).toArray(byte[][]::new)));
            if (update.executeUpdate() != rows.size()) {
                throw new SQLException("another relay stamped rows of this batch");
            }
        }
    }
}
