package cn.chuyi.reporting.export;

import cn.chuyi.kit.event.Position;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The topics for everybody who needs single records of them: one reader, made when it is first needed. */
@ApplicationScoped
class Topics {
    private final Map<String, Object> kafka;
    private @Nullable TopicReader reader;

    Topics(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /** The records that are there; a position whose record is gone is left out. */
    synchronized Map<Position, ConsumerRecord<String, byte[]>> read(Collection<Position> positions) {
        var open = reader == null ? new TopicReader(kafka) : reader;
        reader = open;
        try {
            return open.read(positions);
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    @PreDestroy
    synchronized void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
