package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.event.Envelope;
import cn.chuyi.kit.journal.Restoration;
import cn.chuyi.kit.journal.Restoration.Published;
import cn.chuyi.reporting.fold.Announced;
import cn.chuyi.reporting.fold.Announced.Appended;
import cn.chuyi.reporting.fold.ReportingFact;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.log.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The topic on which reporting announces, read back when the database that had its journal is lost. */
@ApplicationScoped
class OwnTopic {
    private static final Logger LOG = Logger.getLogger(OwnTopic.class);
    private static final int LONGEST_SECONDS = 3600;

    private final DataSource database;
    private final Restoration restoration;
    private final Map<String, Object> kafka;
    private final String topic;

    OwnTopic(
            DataSource database,
            Restoration restoration,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.outgoing.events.topic") String topic) {
        this.database = database;
        this.restoration = restoration;
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
    }

    /** Brings journal, announced measures and sealed editions back, all or nothing. Leaves a journal that is there alone. */
    void restore() {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            if (restoration.journalIsEmpty()) {
                try (var log = new Log(kafka, topic)) {
                    var ends = log.ends();
                    log.read(Map.of(), ends, this::restore);
                }
            }
        });
    }

    private void restore(List<ConsumerRecord<String, byte[]>> records) {
        var facts = records.stream().map(Published::of).toList();
        LOG.infof("%d announcements come back from %s", facts.size(), topic);
        restoration.restore(facts);
        try (Connection connection = database.getConnection()) {
            var sql = new Sql(connection);
            new Announced(sql)
                    .remember(facts.stream()
                            .filter(fact ->
                                    ReportingFact.CODEC.knows(fact.envelope().type()))
                            .map(fact -> appended(fact.envelope(), fact.payload()))
                            .toList());
            sql.flush();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot remember announcements", e);
        }
    }

    private static Appended appended(Envelope envelope, String payload) {
        var fact = ReportingFact.CODEC.decode(envelope.type(), payload);
        return new Appended(envelope.stream(), envelope.version() - 1, List.of(fact));
    }
}
