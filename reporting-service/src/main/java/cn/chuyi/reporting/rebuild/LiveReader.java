package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a rebuild needs of the one who reads the topics all the time. */
public interface LiveReader {

    /** Positions of the records that an operator gave up. */
    Set<Position> discarded(Connection connection) throws SQLException;

    /** Folds records by SQL, on the schema and in the transaction of the connection. */
    <E> void fold(Connection connection, Reading<E> reading, List<ConsumerRecord<String, byte[]>> records)
            throws SQLException;
}
