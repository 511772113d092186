package cn.chuyi.kit.reader;

import cn.chuyi.kit.event.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What each batch of the live reader begins with: the lock, its cursors, and what is known of its streams. Where it comes from
 * one partition, as it mostly does, that takes one way to the database; still each statement sees what is committed when its
 * turn comes.
 */
final class Opening {
    /** What a crash of the database undoes is read from the topic again, as the cursor goes back with it. */
    private static final String LOCK =
            "select pg_advisory_xact_lock_shared(?), set_config('synchronous_commit', 'off', true)";

    private final Connection connection;
    private final Cursors cursors;
    private final ReaderTables tables;

    Opening(Connection connection, Cursors cursors, ReaderTables tables) {
        this.connection = connection;
        this.cursors = cursors;
        this.tables = tables;
    }

    /**
     * What is known when it has begun.
     *
     * @param next offset of each partition before this batch; 0 for one never read
     * @param given up, of the batch's positions
     */
    record Begun(Map<TopicPartition, Long> next, Set<Position> given) {}

    /**
     * @param ends next offset of each partition after this
     * @param intake is filled with what is known
     */
    Begun begin(
            Map<TopicPartition, Long> ends,
            Intake<?> intake,
            Collection<String> streams,
            Collection<Position> positions)
            throws SQLException {
        if (ends.size() > 1) {
            lock();
            return afterwards(ends, intake, streams, positions);
        }
        var end = ends.entrySet().iterator().next();
        try (PreparedStatement all =
                connection.prepareStatement(LOCK + ";\n" + Cursors.ADVANCE + ";\n" + ReaderTables.RECALL)) {
            all.setLong(1, Folding.LOCK);
            int parameter = cursors.bind(all, 2, end.getKey(), end.getValue());
            tables.bind(all, parameter, streams, positions);
            all.execute();
            all.getMoreResults();
            Long before;
            try (ResultSet row = all.getResultSet()) {
                before = row.next() ? row.getLong(1) : null;
            }
            all.getMoreResults();
            if (before == null) {
                return afterwards(ends, intake, streams, positions);
            }
            try (ResultSet rows = all.getResultSet()) {
                var given = tables.recall(rows, intake, streams, positions);
                return new Begun(new HashMap<>(Map.of(end.getKey(), before)), given);
            }
        }
    }

    /** As {@link #begin}, for one who has the lock. */
    Begun afterwards(
            Map<TopicPartition, Long> ends,
            Intake<?> intake,
            Collection<String> streams,
            Collection<Position> positions)
            throws SQLException {
        var next = cursors.advance(ends);
        return new Begun(next, tables.recall(intake, streams, positions));
    }

    private void lock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setLong(1, Folding.LOCK);
            lock.execute();
        }
    }
}
