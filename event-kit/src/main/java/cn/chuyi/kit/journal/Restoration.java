package cn.chuyi.kit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Envelope;
import cn.chuyi.kit.event.UnreadableEventException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Brings a lost journal back from the service's own topic, so that its streams and its hash chain go on where they were.
 * Facts that do not say which link was before theirs are chained anew, in the order of restoration.
 */
@ApplicationScoped
public class Restoration {
    private final DataSource database;
    private final Clock clock;

    Restoration(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A published fact, as its topic has it.
     *
     * @param before the link before its own; absent when the record does not say
     */
    public record Published(
            Envelope envelope, String payload, @Nullable Link before) {

        /** @throws UnreadableEventException when the record is no fact of a relay */
        public static Published of(ConsumerRecord<String, byte[]> record) {
            Header before = record.headers().lastHeader(Outgoing.PREVIOUS_LINK);
            return new Published(
                    CloudEvents.envelope(record),
                    new String(record.value(), UTF_8),
                    before == null ? null : Link.parse(new String(before.value(), UTF_8)));
        }

        private @Nullable Link link() {
            return before == null ? null : before.next(envelope, payload);
        }
    }

    @Transactional(TxType.MANDATORY)
    public boolean journalIsEmpty() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select not exists (select from journal)");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into the journal", e);
        }
    }

    /** Inserts facts as published, each once; each stream's in its order. */
    @Transactional(TxType.MANDATORY)
    public void restore(List<Published> facts) {
        try (Connection connection = database.getConnection()) {
            var positions = new ArrayList<Long>();
            var links = new ArrayList<Link>();
            var loose = new ArrayList<JournalRow>();
            for (Published fact : facts) {
                long position = insert(connection, fact);
                Link link = fact.link();
                if (position > 0 && link != null) {
                    positions.add(position);
                    links.add(link);
                } else if (position > 0) {
                    loose.add(JournalRow.of(position, fact.envelope(), fact.payload()));
                }
            }
            Instant now = clock.instant();
            Backlog.link(connection, new Batch(positions, links), now);
            Backlog.link(connection, Batch.after(Backlog.head(connection), loose), now);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot restore the journal", e);
        }
    }

    /** The new row's position; 0 when the fact is there already. */
    private static long insert(Connection connection, Published fact) throws SQLException {
        Envelope envelope = fact.envelope();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into journal (stream, version, id, type, payload, recorded_at,
                    actor, correlation_id, causation_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning position""")) {
            insert.setString(1, envelope.stream());
            insert.setLong(2, envelope.version());
            insert.setObject(3, UUID.fromString(envelope.id()));
            insert.setString(4, envelope.type());
            insert.setString(5, fact.payload());
            insert.setTimestamp(6, Timestamp.from(envelope.time()));
            insert.setString(7, envelope.actor());
            insert.setString(8, envelope.correlationId());
            insert.setString(9, envelope.causationId());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
