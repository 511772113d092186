package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.fold.Announcing;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.course.Course;
import cn.chuyi.reporting.rebuild.course.Estimate;
import cn.chuyi.reporting.rebuild.table.Schemas;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Before anything is read or served: brings a lost journal back from the own topic, and makes the live schema from the
 * topics where there is none of this version. Only then does folding go on, so that no value of the past is announced
 * again on the way. What a rebuild left whose process died is swept, and its record closed.
 */
@ApplicationScoped
class Beginning {
    private static final Logger LOG = Logger.getLogger(Beginning.class);
    private static final int BEFORE_CHANNELS = 100;

    private final DataSource database;
    private final Only only;
    private final OwnTopic own;
    private final Rebuild rebuild;
    private final Runs runs;
    private final Clock clock;
    private final Announcing announcing;

    Beginning(
            DataSource database,
            Only only,
            OwnTopic own,
            Rebuild rebuild,
            Runs runs,
            Clock clock,
            Announcing announcing) {
        this.database = database;
        this.only = only;
        this.own = own;
        this.rebuild = rebuild;
        this.runs = runs;
        this.clock = clock;
        this.announcing = announcing;
    }

    void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) {
        var lock = only.tryLock();
        if (lock == null && current()) {
            LOG.info("another replica rebuilds; what is live is served meanwhile");
            return;
        }
        try (var _ = lock == null ? only.lock() : lock) {
            runs.bury();
            rebuild.sweep();
            if (!current()) {
                LOG.info("there is no live schema of this version: it is made from the topics");
                own.restore();
                rebuild.fill("first", new Course("first", clock, Estimate.NONE, (_, _) -> {}));
                announcing.announceEverything();
            }
        }
    }

    private boolean current() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return new Schemas(new Sql(connection)).current();
            } catch (SQLException e) {
                throw new IllegalStateException("cannot look for the live schema", e);
            }
        });
    }
}
