package cn.chuyi.kit.reader;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.event.Texts;
import cn.chuyi.kit.reader.Verdict.Cause;
import cn.chuyi.kit.reader.Verdict.Park;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The reader's tables stream_seen and parked. All statements belong to the caller's transaction. */
final class ReaderTables {
    /** What is known of streams, see {@link #bind} and {@link #recall}. */
    static final String RECALL = """
            select 'seen', stream, version from stream_seen where reader = ? and stream = any(?) union all
            select 'parked', stream, 0 from parked where reader = ? and stream = any(?) union all
            select 'discarded', stream, version from journal where stream = any(?) and version = 1""";

    private static final String REMEMBER = """
            insert into stream_seen (reader, stream, version)
            select * from unnest(?::text[], ?::text[], ?::bigint[])
            on conflict (reader, stream) do update set version = excluded.version""";

    private final Connection connection;
    private final String reader;

    ReaderTables(Connection connection, String reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /**
     * Fills an intake with what is known of these streams, in one round trip where nothing is parked.
     *
     * @return those of the positions whose records were given up
     */
    Set<Position> recall(Intake<?> intake, Collection<String> streams, Collection<Position> positions)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RECALL)) {
            bind(select, 1, streams, positions);
            try (ResultSet rows = select.executeQuery()) {
                return recall(rows, intake, streams, positions);
            }
        }
    }

    /** The parameters of {@link #RECALL}. */
    void bind(PreparedStatement select, int from, Collection<String> streams, Collection<Position> positions)
            throws SQLException {
        select.setString(from, reader);
        select.setArray(from + 1, texts(streams));
        select.setString(from + 2, reader);
        select.setArray(from + 3, texts(streams));
        select.setArray(from + 4, texts(positions.stream().map(Discards::stream).toList()));
    }

    /** @param rows of {@link #RECALL} */
    Set<Position> recall(ResultSet rows, Intake<?> intake, Collection<String> streams, Collection<Position> positions)
            throws SQLException {
        var byDiscard = positions.stream().collect(Collectors.toMap(Discards::stream, position -> position));
        var given = new HashSet<Position>();
        boolean parked = false;
        while (rows.next()) {
            switch (rows.getString(1)) {
                case "seen" -> intake.remember(rows.getString(2), rows.getLong(3));
                case "parked" -> parked = true;
                default -> given.add(Objects.requireNonNull(byDiscard.get(rows.getString(2))));
            }
        }
        if (parked) {
            recallParked(intake, streams);
        }
        return given;
    }

    private void recallParked(Intake<?> intake, Collection<String> streams) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select * from parked where reader = ? and stream = any(?)
                order by topic, partition, "offset\"""")) {
            select.setString(1, reader);
            select.setArray(2, texts(streams));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long version = rows.getLong("version");
                    intake.remember(
                            rows.getString("stream"),
                            record(rows),
                            Cause.valueOf(rows.getString("cause")),
                            rows.wasNull() ? null : version);
                }
            }
        }
    }

    void remember(Map<String, Long> seen, Writes writes) {
        var rows = new ArrayList<@Nullable Object[]>();
        seen.forEach((stream, version) -> rows.add(new @Nullable Object[] {reader, Texts.kept(stream), version}));
        writes.later(REMEMBER, rows);
    }

    private Array texts(Collection<String> streams) throws SQLException {
        return connection.createArrayOf(
                "text", streams.stream().map(Texts::kept).toArray());
    }

    void park(Park<?> park, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into parked (reader, topic, partition, "offset", stream, version, type, cause, reason,
                    key, headers, payload, parked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""")) {
            var record = park.record();
            insert.setString(1, reader);
            insert.setString(2, record.topic());
            insert.setInt(3, record.partition());
            insert.setLong(4, record.offset());
            insert.setString(5, Texts.kept(park.stream()));
            insert.setObject(6, park.version(), Types.BIGINT);
            insert.setString(7, Texts.kept(park.type()));
            insert.setString(8, park.cause().name());
            insert.setString(9, Texts.kept(park.reason()));
            insert.setString(10, Texts.kept(record.key()));
            insert.setString(11, json(Headers.all(record)));
            insert.setBytes(12, record.value());
            insert.setTimestamp(13, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    void release(Position position) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from parked where reader = ? and topic = ? and partition = ? and \"offset\" = ?")) {
            delete.setString(1, reader);
            delete.setString(2, position.topic());
            delete.setInt(3, position.partition());
            delete.setLong(4, position.offset());
            delete.executeUpdate();
        }
    }

    private static ConsumerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        var headers = new RecordHeaders();
        headers(row.getString("headers"))
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                row.getString("key"),
                row.getBytes("payload"),
                headers,
                Optional.empty());
    }

    private static Map<String, String> headers(String json) {
        try {
            var map = new HashMap<String, String>();
            Json.mapper()
                    .readTree(json)
                    .properties()
                    .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
            return map;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers that we wrote cannot be read", e);
        }
    }

    private static String json(Map<String, String> headers) {
        try {
            return Json.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write headers", e);
        }
    }

    static Position position(ConsumerRecord<?, ?> record) {
        return CloudEvents.position(record);
    }
}
