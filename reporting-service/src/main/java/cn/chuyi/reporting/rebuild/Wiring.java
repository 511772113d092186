package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Discards;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.reader.Reading;
import cn.chuyi.reporting.rebuild.pace.Callers;
import cn.chuyi.reporting.rebuild.pace.Pace;
import cn.chuyi.reporting.rebuild.table.Transactions;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's own rebuild. */
class Wiring {

    @Produces
    @Singleton
    Rebuild rebuild(
            DataSource database,
            Kit kit,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Clock clock,
            Settings settings,
            Callers callers,
            @ConfigProperty(name = "mp.messaging.incoming.registry.topic") String registry,
            @ConfigProperty(name = "mp.messaging.incoming.assessment.topic") String assessment) {
        return new Rebuild(new Ground(
                new Transactions(database),
                Map.copyOf(kafka),
                kit,
                Source.registry(registry),
                Source.assessment(assessment),
                clock,
                settings.workers(),
                settings.meet(),
                new Pace(callers::ask, settings.rest())));
    }

    @Produces
    @Singleton
    Callers callers() {
        return new Callers();
    }

    /** The kit's reader. */
    @Singleton
    record Kit(Folding folding, Discards discards) implements LiveReader {
        @Override
        public Set<Position> discarded(Connection connection) throws SQLException {
            return discards.all(connection);
        }

        @Override
        public <E> void fold(Connection connection, Reading<E> reading, List<ConsumerRecord<String, byte[]>> records)
                throws SQLException {
            folding.within(connection, reading, records);
        }
    }
}
