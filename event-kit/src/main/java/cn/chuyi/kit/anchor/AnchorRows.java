package cn.chuyi.kit.anchor;

import cn.chuyi.kit.event.JsonEventCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The journal as far as its roots go. */
record AnchorRows(Connection connection, String stream, JsonEventCodec<Anchored> codec) {
    private static final String ROOTS = "select version, recorded_at, type, payload from journal where stream = ? ";

    /** A root and its place in its stream. */
    record Last(long version, Instant recorded, Anchored anchor) {}

    /** The newest root; absent before the first. */
    @Nullable
    Last last() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROOTS + "order by version desc limit 1")) {
            select.setString(1, stream);
            return read(select);
        }
    }

    /** The root over just so many links; absent when there is none. */
    @Nullable
    Last over(long size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                ROOTS + "and (payload::jsonb ->> 'size')::bigint = ? order by version desc limit 1")) {
            select.setString(1, stream);
            select.setLong(2, size);
            return read(select);
        }
    }

    private @Nullable Last read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Last(
                            row.getLong(1),
                            row.getTimestamp(2).toInstant(),
                            codec.decode(row.getString(3), row.getString(4)))
                    : null;
        }
    }

    /** When the first row was recorded; absent in an empty journal. */
    @Nullable
    Instant beginning() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select recorded_at from journal order by position limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getTimestamp(1).toInstant() : null;
        }
    }

    /** Whether anything but roots came after link {@code size}: an idle journal is not anchored again and again. */
    boolean news(long size, long head) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select exists (select from journal_link join journal using (position)"
                        + " where chain > ? and chain <= ? and stream <> ?)")) {
            select.setLong(1, size);
            select.setLong(2, head);
            select.setString(3, stream);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
