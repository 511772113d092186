package cn.chuyi.kit.reader;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.journal.Aggregate;
import cn.chuyi.kit.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records that an operator gave up, each as a fact of this service's own journal, so that a rebuild passes over the
 * same ones.
 */
@ApplicationScoped
public class Discards {
    private static final String NAME = "parked-record-discarded.v1";

    private final Journal journal;
    private final String type;
    private final Aggregate<List<RecordDiscarded>, RecordDiscarded> aggregate;

    Discards(Journal journal, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.journal = journal;
        this.type = prefix(service) + NAME;
        this.aggregate = new Aggregate<>(List.of(), (_, event) -> List.of(event), codec(service));
    }

    /** What a service promises about records that it gives up. */
    public static JsonEventCodec<RecordDiscarded> codec(String service) {
        return JsonEventCodec.of(RecordDiscarded.class, prefix(service))
                .add(NAME, RecordDiscarded.class)
                .build();
    }

    private static String prefix(String service) {
        return "chuyi." + service.replace("-service", "") + ".";
    }

    /** A record was given up for good. */
    public record RecordDiscarded(String topic, int partition, long offset, String reason) {}

    void add(Position position, String reason) {
        journal.handle(
                aggregate,
                stream(position),
                null,
                earlier -> earlier.isEmpty()
                        ? Decision.accept(
                                new RecordDiscarded(position.topic(), position.partition(), position.offset(), reason))
                        : Decision.accept(List.of()));
    }

    /** All positions whose records were given up, for one who reads everything again. */
    public Set<Position> all(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select type, payload from journal where type = ?")) {
            select.setString(1, type);
            try (ResultSet rows = select.executeQuery()) {
                var found = new HashSet<Position>();
                while (rows.next()) {
                    var fact = aggregate.codec().decode(rows.getString(1), rows.getString(2));
                    found.add(new Position(fact.topic(), fact.partition(), fact.offset()));
                }
                return found;
            }
        }
    }

    /** Whether the record at a position was given up. Needs a transaction. */
    public boolean contains(Position position) {
        return journal.load(aggregate, stream(position)).exists();
    }

    /** The stream that holds what became of the record at a position, if it was given up. */
    static String stream(Position position) {
        return "parked-" + position.topic() + "-" + position.partition() + "-" + position.offset();
    }
}
