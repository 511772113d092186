package cn.chuyi.kit.reader;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** How far a reader is in each partition. All statements belong to the caller's transaction. */
final class Cursors {
    /** Of one partition, see {@link #bind}; no row for one that was never read, else where it {@link #at was}. */
    static final String ADVANCE = """
            update cursor set next_offset = greatest(next_offset, ?), mark = ?
            where reader = ? and topic = ? and partition = ? returning old.next_offset, old.mark""";

    /** Moves cursors that have a mark; none of one that has another. */
    static final String EXPECT = """
            update cursor set next_offset = moved.next_offset, mark = moved.mark
            from unnest(?::text[], ?::text[], ?::int[], ?::uuid[], ?::bigint[], ?::uuid[])
                as moved (reader, topic, partition, before, next_offset, mark)
            where cursor.reader = moved.reader and cursor.topic = moved.topic and cursor.partition = moved.partition
                and cursor.mark = moved.before""";

    private final Connection connection;
    private final String reader;
    private final UUID mark;

    /** @param mark is left at whatever is changed */
    Cursors(Connection connection, String reader, UUID mark) {
        this.connection = connection;
        this.reader = reader;
        this.mark = mark;
    }

    /**
     * Where a cursor is.
     *
     * @param next offset; 0 when nothing was ever read
     */
    record At(long next, UUID mark) {}

    /**
     * Locks the cursors of partitions until the transaction ends, in one order for all, and moves them, none of them back.
     *
     * @param ends next offset of each partition after this
     * @return where each was before this
     */
    Map<TopicPartition, At> advance(Map<TopicPartition, Long> ends) throws SQLException {
        var before = lockCursors(ends.keySet());
        var next = new HashMap<TopicPartition, Long>();
        before.forEach((partition, at) -> next.put(partition, Math.max(at.next(), end(ends, partition))));
        moveCursors(next);
        return before;
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return Objects.requireNonNull(ends.get(partition));
    }

    /** Leaves the mark in all partitions, and locks them: for one who changes what the reader knows, and not how far it is. */
    void leaveMark() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update cursor set mark = ? from (
                    select topic, partition from cursor where reader = ? order by topic, partition for update) as all_of_it
                where reader = ? and cursor.topic = all_of_it.topic and cursor.partition = all_of_it.partition""")) {
            update.setObject(1, mark);
            update.setString(2, reader);
            update.setString(3, reader);
            update.executeUpdate();
        }
    }

    /** @return the next parameter */
    int bind(PreparedStatement advance, int from, TopicPartition partition, long end) throws SQLException {
        advance.setLong(from, end);
        advance.setObject(from + 1, mark);
        advance.setString(from + 2, reader);
        advance.setString(from + 3, partition.topic());
        advance.setInt(from + 4, partition.partition());
        return from + 5;
    }

    /** @param column at which a row tells it */
    static At at(ResultSet row, int column) throws SQLException {
        return new At(row.getLong(column), row.getObject(column + 1, UUID.class));
    }

    private Map<TopicPartition, At> lockCursors(Collection<TopicPartition> partitions) throws SQLException {
        var found = lockKnown(partitions);
        if (found.size() < partitions.size()) {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into cursor (reader, topic, partition, next_offset)
                    select ?, topic, partition, 0 from unnest(?, ?) as wanted (topic, partition)
                    on conflict do nothing""")) {
                keys(insert, 1, partitions);
                insert.executeUpdate();
            }
            found = lockKnown(partitions);
        }
        return found;
    }

    private Map<TopicPartition, At> lockKnown(Collection<TopicPartition> partitions) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select topic, partition, next_offset, mark from cursor
                where reader = ? and (topic, partition) in (select * from unnest(?, ?))
                order by topic, partition for update""")) {
            keys(select, 1, partitions);
            try (ResultSet rows = select.executeQuery()) {
                var found = new HashMap<TopicPartition, At>();
                while (rows.next()) {
                    found.put(new TopicPartition(rows.getString(1), rows.getInt(2)), at(rows, 3));
                }
                return found;
            }
        }
    }

    /** @param next offset of each partition */
    private void moveCursors(Map<TopicPartition, Long> next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update cursor set next_offset = moved.next_offset, mark = ?
                from unnest(?, ?, ?) as moved (topic, partition, next_offset)
                where reader = ? and cursor.topic = moved.topic and cursor.partition = moved.partition""")) {
            update.setObject(1, mark);
            partitions(update, 2, next.keySet());
            update.setArray(4, connection.createArrayOf("bigint", next.values().toArray()));
            update.setString(5, reader);
            update.executeUpdate();
        }
    }

    private void keys(PreparedStatement statement, int from, Collection<TopicPartition> partitions)
            throws SQLException {
        statement.setString(from, reader);
        partitions(statement, from + 1, partitions);
    }

    private void partitions(PreparedStatement statement, int from, Collection<TopicPartition> partitions)
            throws SQLException {
        statement.setArray(
                from,
                connection.createArrayOf(
                        "text", partitions.stream().map(TopicPartition::topic).toArray()));
        statement.setArray(
                from + 1,
                connection.createArrayOf(
                        "int",
                        partitions.stream().map(TopicPartition::partition).toArray()));
    }
}
