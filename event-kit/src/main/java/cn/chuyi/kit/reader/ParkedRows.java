package cn.chuyi.kit.reader;

import cn.chuyi.kit.reader.Verdict.Park;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** Writes down parked records for one who has judged a whole topic in memory, with an {@link Intake} of his own. */
public final class ParkedRows {
    private ParkedRows() {}

    /** Within the caller's transaction, in the order given. */
    public static void insert(Connection connection, String reader, Collection<? extends Park<?>> parked, Instant now)
            throws SQLException {
        var tables = new ReaderTables(connection, reader);
        for (var one : parked) {
            tables.park(one, now);
        }
    }
}
