package cn.chuyi.kit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Envelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the journal as it was appended. Texts are in UTF-8, as they lie in the database, are hashed and are sent.
 *
 * @param recordedAt milliseconds since 1970
 * @param time when it was recorded, as ISO text in UTC
 */
record JournalRow(
        long position,
        byte[] stream,
        long version,
        byte[] id,
        byte[] type,
        byte[] payload,
        long recordedAt,
        byte[] time,
        byte @Nullable [] actor,
        byte @Nullable [] correlationId,
        byte @Nullable [] causationId,
        byte @Nullable [] traceparent) {

    /** What a statement selects first of all. */
    static final String COLUMNS =
            "position, stream, version, id::text, type, payload, recorded_at, actor, correlation_id, causation_id,"
                    + " traceparent";

    /** @param row of a statement that selects {@link #COLUMNS} */
    static JournalRow of(ResultSet row) throws SQLException {
        Instant recorded = row.getTimestamp(7).toInstant();
        return new JournalRow(
                row.getLong(1),
                row.getBytes(2),
                row.getLong(3),
                row.getBytes(4),
                row.getBytes(5),
                row.getBytes(6),
                recorded.toEpochMilli(),
                bytes(recorded.toString()),
                nullable(row, 8),
                nullable(row, 9),
                nullable(row, 10),
                nullable(row, 11));
    }

    /** A published fact that is a row again; no trace is kept of it. */
    static JournalRow of(long position, Envelope envelope, String payload) {
        return new JournalRow(
                position,
                bytes(envelope.stream()),
                envelope.version(),
                bytes(envelope.id()),
                bytes(envelope.type()),
                bytes(payload),
                envelope.time().toEpochMilli(),
                bytes(envelope.time().toString()),
                nullable(envelope.actor()),
                nullable(envelope.correlationId()),
                nullable(envelope.causationId()),
                null);
    }

    String streamText() {
        return new String(stream, UTF_8);
    }

    private static byte @Nullable [] nullable(ResultSet row, int column) throws SQLException {
        return row.getBytes(column);
    }

    private static byte @Nullable [] nullable(@Nullable String text) {
        return text == null ? null : bytes(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
