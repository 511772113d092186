package cn.chuyi.reporting.ledger;

import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.event.Received;
import cn.chuyi.reporting.fact.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact and where it came from.
 *
 * @param recorded when the producer recorded it
 * @param actor opaque subject; absent when a service found it by itself
 */
public record Recorded(
        String stream,
        long version,
        String id,
        String type,
        Instant recorded,
        @Nullable String actor,
        Position position,
        Fact fact) {

    public static final String COLUMNS =
            "stream, version, id, type, recorded, actor, topic, partition, \"offset\", payload";

    public static Recorded of(Received<? extends Fact> received) {
        var envelope = received.envelope();
        return new Recorded(
                envelope.stream(),
                envelope.version(),
                envelope.id(),
                envelope.type(),
                envelope.time(),
                envelope.actor(),
                envelope.position(),
                received.event());
    }

    static Recorded of(ResultSet row) throws SQLException {
        var type = row.getString(4);
        return new Recorded(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                type,
                row.getTimestamp(5).toInstant(),
                text(row, 6),
                new Position(row.getString(7), row.getInt(8), row.getLong(9)),
                Codecs.decode(type, row.getString(10)));
    }

    @Nullable
    Object[] row() {
        return new @Nullable Object[] {
            stream,
            version,
            id,
            type,
            recorded,
            actor,
            position.topic(),
            position.partition(),
            position.offset(),
            Codecs.encode(fact)
        };
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    /** The facts alone, of one family. */
    static <F extends Fact> List<F> facts(List<Recorded> recorded, Class<F> family) {
        return recorded.stream()
                .map(Recorded::fact)
                .filter(family::isInstance)
                .map(family::cast)
                .toList();
    }
}
