package cn.chuyi.bench.rebuild;

import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Reading;
import cn.chuyi.reporting.rebuild.LiveReader;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** No live reader: nothing is discarded, and nothing comes in while a bench rebuilds. */
final class NobodyElse implements LiveReader {

    @Override
    public Set<Position> discarded(Connection connection) {
        return Set.of();
    }

    @Override
    public <E> void fold(Connection connection, Reading<E> reading, List<ConsumerRecord<String, byte[]>> records) {
        throw new IllegalStateException("records came in while the bench ran: " + records.size());
    }
}
