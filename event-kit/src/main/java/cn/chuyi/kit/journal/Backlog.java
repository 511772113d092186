package cn.chuyi.kit.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                var found = new ArrayList<JournalRow>();
                while (rows.next()) {
                    found.add(JournalRow.of(rows));
                }
                return found;
            }
        }
    }

    /** The end of the hash chain. */
    static Link head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select chain, hash from journal where chain is not null order by chain desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Link(row.getLong(1), row.getBytes(2)) : Link.origin();
        }
    }

    /** Stamps rows as published and chains them, in their order, in one statement. */
    static Link stamp(Connection connection, List<JournalRow> rows, Link head, Instant now) throws SQLException {
        var positions = new Long[rows.size()];
        var numbers = new Long[rows.size()];
        var hashes = new byte[rows.size()][];
        Link link = head;
        for (int i = 0; i < rows.size(); i++) {
            link = link.next(rows.get(i));
            positions[i] = rows.get(i).position();
            numbers[i] = link.number();
            hashes[i] = link.hash();
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update journal set published_at = ?, chain = link.number, hash = link.hash
                from unnest(?, ?, ?) as link (position, number, hash)
                where journal.position = link.position and journal.published_at is null""")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setArray(2, connection.createArrayOf("bigint", positions));
            update.setArray(3, connection.createArrayOf("bigint", numbers));
            update.setArray(4, connection.createArrayOf("bytea", hashes));
            if (update.executeUpdate() != rows.size()) {
                throw new SQLException("another relay stamped rows of this batch");
            }
        }
        return link;
    }
}
