package cn.chuyi.kit.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears PostgreSQL's own bell, which a trigger of the journal rings for any replica, on a connection and in a thread of its
 * own, until it is closed.
 */
final class Listening implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Listening.class);
    private static final String CHANNEL = "journal";

    private final DataSource database;
    private final Bell bell;
    private final RelaySettings settings;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("relay-listening").daemon().unstarted(this::run);

    private Listening(DataSource database, Bell bell, RelaySettings settings) {
        this.database = database;
        this.bell = bell;
        this.settings = settings;
    }

    static Listening start(DataSource database, Bell bell, RelaySettings settings) {
        var listening = new Listening(database, bell, settings);
        listening.thread.start();
        return listening;
    }

    private void run() {
        while (!stopped(Duration.ZERO)) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                LOG.debug("nothing is heard of other replicas", e);
                stopped(settings.retry());
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        execute(connection, "listen " + CHANNEL);
        try {
            var bells = connection.unwrap(PGConnection.class);
            while (!stopped(Duration.ZERO)) {
                for (PGNotification one :
                        bells.getNotifications((int) settings.poll().toMillis())) {
                    bell.heard(one.getPID());
                }
            }
        } finally {
            execute(connection, "unlisten " + CHANNEL);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean stopped(Duration longest) {
        try {
            return stop.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(settings.poll().plus(settings.retry()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
