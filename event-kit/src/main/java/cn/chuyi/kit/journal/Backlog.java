package cn.chuyi.kit.journal;

import cn.chuyi.kit.journal.Turns.Turn;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is committed and not yet published, on the connection that holds the relay's lock. A row's position is in one place
 * at a time: in the backlog, in a batch, and in the end in a link.
 */
final class Backlog {
    private static final long LOCK = 0x72656c6179L;

    /** Of payloads, in one batch, so that a few large ones do not fill the memory; one row is read in any case. */
    private static final int MOST_BYTES = 4 << 20;

    private static final String OLDEST_FIRST = "select position from journal_backlog order by position limit ?";
    private static final String OLDEST = "array(" + OLDEST_FIRST + ")";

    /** With what makes it not wait for the disk, or with nothing. */
    private static final String STAMP = """
            with ended as (delete from relay_batch where first between ? and ?)
            insert into journal_link (position, chain, hash, published_at)
            select link.*, ?::timestamptz from unnest(?, ?, ?) as link%s""";

    private static final String SOON = " cross join (select set_config('synchronous_commit', 'off', true)) as soon";

    private Backlog() {}

    /**
     * True when this connection is the one relay now; it stays so until the connection ends. Its statements look rows up by
     * their keys: a plan that was made while the backlog was empty would read all of it for each batch.
     */
    static boolean elect(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                boolean elected = row.next() && row.getBoolean(1);
                if (elected) {
                    execute(connection, "set enable_seqscan = off");
                }
                return elected;
            }
        }
    }

    /**
     * Begins a term: who was elected before begins nothing any more, and what was begun is there to be seen.
     *
     * @return its number
     */
    static long takeOver(Connection connection) throws SQLException {
        try (PreparedStatement next =
                        connection.prepareStatement("update relay_turn set term = term + 1 returning term");
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Says which turn is the first of a term. */
    static void open(Connection connection, Turn first) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement("update relay_turn set number = ? where term = ?")) {
            open.setLong(1, first.first());
            open.setLong(2, first.term());
            open.executeUpdate();
        }
    }

    /** Whether there is a batch that begins with this link or a later one. */
    static boolean isBegun(Connection connection, long first) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select exists (select from relay_batch where first >= ?)")) {
            select.setLong(1, first);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static void resign(Connection connection) throws SQLException {
        try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, LOCK);
            unlock.execute();
        }
        execute(connection, "reset enable_seqscan");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * What a batch begins with.
     *
     * @param ended rows that were acknowledged since the last one, which are stamped first
     * @param now when they were
     * @param turn in which the next rows are begun
     */
    record Next(Batch ended, Instant now, Turn turn) {}

    /**
     * Takes the oldest rows that wait, and writes down that they are sent next, and in which order: so whoever sends them again
     * after a crash sends them with the same places in the chain, and what a topic says of the chain stays true. A row whose
     * transaction commits late is simply found by a later call.
     *
     * @throws SQLException also when there are rows and it is not the turn: then none is taken
     */
    static List<JournalRow> begin(Connection connection, Next next, int most) throws SQLException {
        return begin(connection, next, OLDEST, (move, parameter) -> move.setInt(parameter, most));
    }

    /** As {@link #begin(Connection, Next, int)}, of rows that {@link #waiting} has told. */
    static List<JournalRow> begin(Connection connection, Next next, List<Long> positions) throws SQLException {
        var wanted = connection.createArrayOf("bigint", positions.toArray());
        return begin(connection, next, "?", (move, parameter) -> move.setArray(parameter, wanted));
    }

    /** Whether a batch ended because its payloads are large, and not because no more rows were wanted or there. */
    static boolean isLarge(List<JournalRow> rows) {
        return rows.stream().mapToLong(row -> row.payload().length).sum() >= MOST_BYTES;
    }

    private interface Which {
        void bind(PreparedStatement move, int parameter) throws SQLException;
    }

    private static List<JournalRow> begin(Connection connection, Next next, String positions, Which which)
            throws SQLException {
        boolean stamps = next.ended().size() > 0;
        var sql = (stamps ? STAMP.formatted("") + ";\n" : "") + begin(positions);
        try (PreparedStatement move = connection.prepareStatement(sql)) {
            int parameter = stamps ? setStamps(move, connection, next.ended(), next.now()) : 1;
            which.bind(move, parameter);
            move.setLong(parameter + 1, MOST_BYTES);
            move.setLong(parameter + 2, next.turn().term());
            move.setLong(parameter + 3, next.turn().first());
            move.execute();
            if (stamps) {
                move.getMoreResults();
            }
            try (ResultSet rows = move.getResultSet()) {
                return all(rows);
            }
        }
    }

    private static String begin(String positions) {
        return """
                with oldest as materialized (
                    select *, sum(octet_length(payload)) over (order by position rows unbounded preceding)
                        - octet_length(payload) as bytes_before
                    from journal
                    where position = any (%s)),
                taken as (
                    delete from journal_backlog
                    where position = any (array(select position from oldest where bytes_before < ?)) returning position),
                turn as (
                    update relay_turn set number = number + (select count(*) from taken)
                    where exists (select from taken) and term = ? and number = ?
                    returning number - (select count(*) from taken) as first),
                begun as (
                    insert into relay_batch (first, positions)
                    select (select first from turn), array_agg(position order by position) from taken having count(*) > 0
                    on conflict (first) do update set positions = excluded.positions)
                select %s from oldest join taken using (position) order by position""".formatted(positions, JournalRow.COLUMNS);
    }

    /**
     * Positions of the oldest rows that wait. Of two rows of a stream the earlier is told when the later is: it was there
     * when that was appended.
     */
    static List<Long> waiting(Connection connection, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OLDEST_FIRST)) {
            select.setInt(1, most);
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<Long>();
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
                return found;
            }
        }
    }

    /** The rows that were begun and not stamped, in their order; empty when the last batch came to its end. */
    static List<JournalRow> begun(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + JournalRow.COLUMNS + """
                 from relay_batch cross join unnest(positions) with ordinality as begun (position, place)
                join journal using (position)
                where not exists (select from journal_link where journal_link.position = journal.position)
                order by first, place""");
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

    /** The end of the hash chain. */
    static Link head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select chain, hash from journal_link order by chain desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Link(row.getLong(1), row.getBytes(2)) : Link.origin();
        }
    }

    /**
     * Ends a batch that was begun: its rows are published and chained. Does not wait for the disk: the next {@link #begin}
     * does, for both. A batch whose stamp a crash of the database undoes is begun still, and sent again with the same links.
     */
    static void stampSoon(Connection connection, Batch batch, Instant now) throws SQLException {
        try (PreparedStatement stamp = connection.prepareStatement(STAMP.formatted(SOON))) {
            setStamps(stamp, connection, batch, now);
            stamp.executeUpdate();
        }
    }

    /** @return the parameter after those of {@link #STAMP} */
    private static int setStamps(PreparedStatement stamp, Connection connection, Batch batch, Instant now)
            throws SQLException {
        stamp.setLong(1, batch.first());
        stamp.setLong(2, batch.last());
        return setLinks(stamp, 3, connection, batch, now);
    }

    /** Chains rows that were published before, so that they are not sent. */
    static void link(Connection connection, Batch batch, Instant now) throws SQLException {
        if (batch.size() == 0) {
            return;
        }
        try (PreparedStatement withdraw =
                        connection.prepareStatement("delete from journal_backlog where position = any (?)");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into journal_link (position, chain, hash, published_at)
                        select link.*, ?::timestamptz from unnest(?, ?, ?) as link""")) {
            withdraw.setArray(1, positions(connection, batch));
            withdraw.executeUpdate();
            setLinks(insert, 1, connection, batch, now);
            insert.executeUpdate();
        }
    }

    private static int setLinks(
            PreparedStatement insert, int parameter, Connection connection, Batch batch, Instant now)
            throws SQLException {
        var numbers = batch.links().stream().map(Link::number).toArray();
        var hashes = batch.links().stream().map(Link::hash).toArray(byte[][]::new);
        insert.setTimestamp(parameter, Timestamp.from(now));
        insert.setArray(parameter + 1, positions(connection, batch));
        insert.setArray(parameter + 2, connection.createArrayOf("bigint", numbers));
        insert.setArray(parameter + 3, connection.createArrayOf("bytea", hashes));
        return parameter + 4;
    }

    private static Array positions(Connection connection, Batch batch) throws SQLException {
        return connection.createArrayOf("bigint", batch.positions().toArray());
    }
}
