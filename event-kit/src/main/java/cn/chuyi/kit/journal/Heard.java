package cn.chuyi.kit.journal;

import cn.chuyi.kit.database.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Who hears that facts were appended, once they are committed: the relay, and the counter. */
@ApplicationScoped
class Heard {
    private final Bell bell;
    private final AfterCommit afterCommit;
    private final Counter appended;

    Heard(Bell bell, AfterCommit afterCommit, MeterRegistry meters) {
        this.bell = bell;
        this.afterCommit = afterCommit;
        this.appended = meters.counter("journal.appended");
    }

    /**
     * @param connection on which they go
     * @param batch that they may have been begun as; of which the relay hears by itself
     */
    void afterCommit(Insertion facts, Connection connection, @Nullable OwnBatch batch) throws SQLException {
        int size = facts.size();
        afterCommit.run(() -> appended.increment(size));
        if (batch != null && batch.isBegun()) {
            return;
        }
        bell.ringAfterCommit(connection.unwrap(PGConnection.class).getBackendPID());
    }
}
