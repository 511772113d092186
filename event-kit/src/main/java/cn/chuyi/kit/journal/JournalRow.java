package cn.chuyi.kit.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the journal as it was appended. */
record JournalRow(
        long position,
        String stream,
        long version,
        UUID id,
        String type,
        String payload,
        Instant recordedAt,
        Origin origin) {

    static final String COLUMNS =
            "position, stream, version, id, type, payload, recorded_at, actor, correlation_id, causation_id, traceparent";

    static JournalRow of(ResultSet row) throws SQLException {
        return new JournalRow(
                row.getLong("position"),
                row.getString("stream"),
                row.getLong("version"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("payload"),
                row.getTimestamp("recorded_at").toInstant(),
                new Origin(
                        nullable(row, "actor"),
                        nullable(row, "correlation_id"),
                        nullable(row, "causation_id"),
                        nullable(row, "traceparent")));
    }

    private static @Nullable String nullable(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
