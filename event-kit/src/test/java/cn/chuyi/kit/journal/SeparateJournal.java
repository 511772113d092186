package cn.chuyi.kit.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** A journal in tables of its own, where no living relay looks. */
final class SeparateJournal implements AutoCloseable {
    private static final List<String> TABLES =
            List.of("journal", "journal_backlog", "journal_link", "relay_batch", "relay_turn");

    private final DataSource database;
    private final String schema;
    private final Connection connection;

    private SeparateJournal(DataSource database, String schema, Connection connection) {
        this.database = database;
        this.schema = schema;
        this.connection = connection;
    }

    static SeparateJournal create(DataSource database, String schema) throws SQLException {
        var journal = new SeparateJournal(database, schema, database.getConnection());
        journal.execute("create schema " + schema);
        for (String table : TABLES) {
            journal.execute("create table %1$s.%2$s (like public.%2$s including all)".formatted(schema, table));
        }
        journal.execute("create trigger appended after insert on %s.journal".formatted(schema)
                + " referencing new table as appended for each statement execute function public.journal_appended()");
        journal.execute("set search_path to " + schema);
        journal.execute("insert into relay_turn default values");
        return journal;
    }

    Connection connection() {
        return connection;
    }

    /** As another replica has one. */
    Connection another() throws SQLException {
        var another = database.getConnection();
        execute(another, "set search_path to " + schema);
        return another;
    }

    static void giveBack(Connection another) throws SQLException {
        execute(another, "set search_path to default");
        another.close();
    }

    void insert(long position, String stream, long version, String payload) throws SQLException {
        insert(connection, position, stream, version, payload);
    }

    static void insert(Connection connection, long position, String stream, long version, String payload)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into journal (position, stream, version, id, type, payload, recorded_at)
                overriding system value
                values (?, ?, ?, gen_random_uuid(), 'chuyi.note.note-written.v1', ?, now())""")) {
            insert.setLong(1, position);
            insert.setString(2, stream);
            insert.setLong(3, version);
            insert.setString(4, payload);
            insert.executeUpdate();
        }
    }

    /** As another transaction does, while this connection is busy. */
    void insertAsAnother(long position, String stream, long version, String payload) throws SQLException {
        Connection another = another();
        insert(another, position, stream, version, payload);
        giveBack(another);
    }

    /** What is inserted without a position gets this one and those after it. */
    void skipTo(long position) throws SQLException {
        execute("alter table journal alter column position restart with " + position);
    }

    /** Of a fact. */
    UUID id(String stream, long version) throws SQLException {
        Connection another = another();
        try (var select = another.prepareStatement("select id from journal where stream = ? and version = ?")) {
            select.setString(1, stream);
            select.setLong(2, version);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } finally {
            giveBack(another);
        }
    }

    /** In the order of the chain. */
    List<JournalRow> publishedRows() throws SQLException {
        Connection another = another();
        try (var select = another.prepareStatement("select " + JournalRow.COLUMNS
                        + " from journal_link join journal using (position) order by chain");
                var rows = select.executeQuery()) {
            var found = new ArrayList<JournalRow>();
            while (rows.next()) {
                found.add(JournalRow.of(rows));
            }
            return found;
        } finally {
            giveBack(another);
        }
    }

    List<Long> published() throws SQLException {
        return publishedRows().stream().map(JournalRow::position).toList();
    }

    private void execute(String sql) throws SQLException {
        execute(connection, sql);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("set search_path to default");
        execute("drop schema " + schema + " cascade");
        connection.close();
    }
}
