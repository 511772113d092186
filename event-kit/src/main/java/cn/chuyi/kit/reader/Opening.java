package cn.chuyi.kit.reader;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Cursors.At;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of the live reader begins with, unless it is {@linkplain Recollection remembered}: the lock, its cursors, and what
 * is known of its streams. Where it comes from one partition, as it mostly does, that takes one way to the database; still each
 * statement sees what is committed when its turn comes.
 */
final class Opening {
    /** What a crash of the database undoes is read from the topic again, as the cursor goes back with it. */
    private static final String SOON = "set_config('synchronous_commit', 'off', true)";

    private static final String LOCK = "select pg_advisory_xact_lock_shared(?), " + SOON;
    private static final String LOCK_LATER =
            "select pg_advisory_xact_lock_shared(lock), " + SOON + " from unnest(?::bigint[]) as lock";
    private static final List<@Nullable Object[]> LOCKED = List.<@Nullable Object[]>of(new Object[] {Folding.LOCK});

    private final Connection connection;
    private final Cursors cursors;
    private final ReaderTables tables;

    /** @param mark that the batch leaves */
    Opening(Connection connection, String reader, UUID mark) {
        this.connection = connection;
        this.cursors = new Cursors(connection, reader, mark);
        this.tables = new ReaderTables(connection, reader);
    }

    /**
     * What is known when it has begun.
     *
     * @param before where each partition was before this batch
     * @param intake holds what is known of the batch's streams
     */
    record Begun<E>(Map<TopicPartition, At> before, Intake<E> intake) {}

    <E> Begun<E> begin(Records records, EventCodec<E> codec) throws SQLException {
        var ends = records.ends();
        if (ends.size() > 1) {
            lock();
            return afterwards(records, codec);
        }
        var given = new HashSet<Position>();
        var intake = new Intake<>(codec, given::contains);
        var end = ends.entrySet().iterator().next();
        try (PreparedStatement all =
                connection.prepareStatement(LOCK + ";\n" + Cursors.ADVANCE + ";\n" + ReaderTables.RECALL)) {
            all.setLong(1, Folding.LOCK);
            int parameter = cursors.bind(all, 2, end.getKey(), end.getValue());
            tables.bind(all, parameter, records.streams(), records.positions());
            all.execute();
            all.getMoreResults();
            At before;
            try (ResultSet row = all.getResultSet()) {
                before = row.next() ? Cursors.at(row, 1) : null;
            }
            all.getMoreResults();
            if (before == null) {
                return afterwards(records, codec);
            }
            try (ResultSet rows = all.getResultSet()) {
                given.addAll(tables.recall(rows, intake, records.streams(), records.positions()));
                return new Begun<>(Map.of(end.getKey(), before), intake);
            }
        }
    }

    /** As {@link #begin}, for one who has the lock. */
    <E> Begun<E> afterwards(Records records, EventCodec<E> codec) throws SQLException {
        var before = cursors.advance(records.ends());
        var given = new HashSet<Position>();
        var intake = new Intake<>(codec, given::contains);
        given.addAll(tables.recall(intake, records.streams(), records.positions()));
        return new Begun<>(before, intake);
    }

    private void lock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setLong(1, Folding.LOCK);
            lock.execute();
        }
    }

    /** The lock, for one who needs it only for what he writes after this. */
    static void lock(Writes writes) {
        writes.later(LOCK_LATER, LOCKED);
    }
}
