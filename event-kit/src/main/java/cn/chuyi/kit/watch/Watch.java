package cn.chuyi.kit.watch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Looks at regular intervals, in a thread of its own, so that neither a scrape nor a health check waits for a server. */
@ApplicationScoped
class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final DataSource database;
    private final Clock clock;
    private final Instance<Look> looks;
    private final WatchSettings settings;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread worker = Thread.ofPlatform().name("watch").daemon().unstarted(this::run);

    Watch(DataSource database, Clock clock, @Any Instance<Look> looks, WatchSettings settings) {
        this.database = database;
        this.clock = clock;
        this.looks = looks;
        this.settings = settings;
    }

    /** After whatever a service prepares at start: it may have to make its tables first. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        worker.join(settings.every());
    }

    private void run() {
        try {
            do {
                looks.forEach(this::look);
            } while (!stop.await(settings.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Look look) {
        try (Connection connection = database.getConnection()) {
            look.look(connection, clock.instant());
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("cannot look how far this service is: %s", e.getMessage());
        }
    }
}
