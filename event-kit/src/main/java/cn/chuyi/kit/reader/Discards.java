package cn.chuyi.kit.reader;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.journal.Aggregate;
import cn.chuyi.kit.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records that an operator gave up, each as a fact of this service's own journal, so that a rebuild passes over the
 * same ones.
 */
@ApplicationScoped
public class Discards {
    private final Journal journal;
    private final Aggregate<List<RecordDiscarded>, RecordDiscarded> aggregate;

    Discards(Journal journal, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.journal = journal;
        EventCodec<RecordDiscarded> codec = JsonEventCodec.of(
                        RecordDiscarded.class, "chuyi." + service.replace("-service", "") + ".")
                .add("parked-record-discarded.v1", RecordDiscarded.class)
                .build();
        this.aggregate = new Aggregate<>(List.of(), (_, event) -> List.of(event), codec);
    }

    /** A record was given up for good. */
    record RecordDiscarded(String topic, int partition, long offset, String reason) {}

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

    /** Whether the record at a position was given up. Needs a transaction. */
    public boolean contains(Position position) {
        return journal.load(aggregate, stream(position)).exists();
    }

    private static String stream(Position position) {
        return "parked-" + position.topic() + "-" + position.partition() + "-" + position.offset();
    }
}
