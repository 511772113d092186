package cn.chuyi.kit.reader;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far a reader is in each partition. All statements belong to the caller's transaction. */
final class Cursors {
    /** Of one partition, see {@link #bind}; no row for one that was never read, else where it was. */
    static final String ADVANCE = """
            update cursor set next_offset = greatest(next_offset, ?)
            where reader = ? and topic = ? and partition = ? returning old.next_offset""";

    private final Connection connection;
    private final String reader;

    Cursors(Connection connection, String reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /**
     * Locks the cursors of partitions until the transaction ends, in one order for all, and moves them, none of them back.
     *
     * @param ends next offset of each partition after this
     * @return the next offset of each before this; 0 for one never read
     */
    Map<TopicPartition, Long> advance(Map<TopicPartition, Long> ends) throws SQLException {
        var before = lockCursors(ends.keySet());
        var next = new HashMap<>(before);
        ends.forEach((partition, end) -> next.merge(partition, end, Math::max));
        moveCursors(next);
        return before;
    }

    /** @return the next parameter */
    int bind(PreparedStatement advance, int from, TopicPartition partition, long end) throws SQLException {
        advance.setLong(from, end);
        advance.setString(from + 1, reader);
        advance.setString(from + 2, partition.topic());
        advance.setInt(from + 3, partition.partition());
        return from + 4;
    }

    private Map<TopicPartition, Long> lockCursors(Collection<TopicPartition> partitions) throws SQLException {
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

    private Map<TopicPartition, Long> lockKnown(Collection<TopicPartition> partitions) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select topic, partition, next_offset from cursor
                where reader = ? and (topic, partition) in (select * from unnest(?, ?))
                order by topic, partition for update""")) {
            keys(select, 1, partitions);
            try (ResultSet rows = select.executeQuery()) {
                var found = new HashMap<TopicPartition, Long>();
                while (rows.next()) {
                    found.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
                return found;
            }
        }
    }

    /** @param next offset of each partition */
    private void moveCursors(Map<TopicPartition, Long> next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update cursor set next_offset = moved.next_offset
                from unnest(?, ?, ?) as moved (topic, partition, next_offset)
                where reader = ? and cursor.topic = moved.topic and cursor.partition = moved.partition""")) {
            partitions(update, 1, next.keySet());
            update.setArray(3, connection.createArrayOf("bigint", next.values().toArray()));
            update.setString(4, reader);
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
