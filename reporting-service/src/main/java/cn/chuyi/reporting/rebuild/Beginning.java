package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.fold.LiveFold;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.table.Schemas;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Before anything is read or served: brings a lost journal back from the own topic, and makes the live schema from the
 * topics where there is none of this version. Only then does folding go on, so that no value of the past is announced
 * again on the way.
 */
@ApplicationScoped
class Beginning {
    private static final Logger LOG = Logger.getLogger(Beginning.class);
    private static final int BEFORE_CHANNELS = 100;

    private final DataSource database;
    private final Only only;
    private final OwnTopic own;
    private final Rebuild rebuild;
    private final LiveFold live;

    Beginning(DataSource database, Only only, OwnTopic own, Rebuild rebuild, LiveFold live) {
        this.database = database;
        this.only = only;
        this.own = own;
        this.rebuild = rebuild;
        this.live = live;
    }

    void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) {
        try (var _ = only.lock()) {
            if (current()) {
                return;
            }
            LOG.info("there is no live schema of this version: it is made from the topics");
            rebuild.sweep();
            own.restore();
            rebuild.fill("first");
            live.announceEverything();
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
