package cn.chuyi.kit.journal;

import cn.chuyi.kit.journal.Bell.Rung;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the journal: one relay at a time for a service, elected by a PostgreSQL lock that dies with its connection.
 *
 * <p>At least once: rows are stamped after Kafka has acknowledged them all, so a crash between the two publishes them
 * again, with the same places in the hash chain. The order of a stream holds, because version n+1 can only be appended
 * after n was visible.
 */
@ApplicationScoped
class Relay {
    private static final int AFTER_CHANNELS = Interceptor.Priority.LIBRARY_AFTER;
    /** How long a stamp waits for the next batch, to go with it. */
    private static final Duration SOON = Duration.ofMillis(20);

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final DataSource database;
    private final Outgoing outgoing;
    private final RelaySettings settings;
    private final Bell bell;
    private final Publication.Means means;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread worker = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);

    Relay(
            DataSource database,
            Clock clock,
            Sending sending,
            @ConfigProperty(name = "mp.messaging.outgoing.events.topic") String topic,
            @ConfigProperty(name = "quarkus.application.name") String service,
            RelaySettings settings,
            Bell bell,
            Turns turns,
            MeterRegistry meters) {
        this.database = database;
        this.outgoing = new Outgoing(topic, service);
        this.settings = settings;
        this.bell = bell;
        this.means = new Publication.Means(
                sending::send, clock, settings.timeout(), meters.counter("journal.published")::increment, turns);
    }

    /** After the channels, and after whatever a service prepares at start. */
    void start(@Observes @Priority(AFTER_CHANNELS) StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        bell.ring();
        worker.join(Duration.ofSeconds(10));
    }

    private void run() {
        while (!stopped(Duration.ZERO)) {
            try (Connection connection = database.getConnection()) {
                serve(connection);
            } catch (SQLException | RuntimeException e) {
                if (stopped(settings.retry())) {
                    return;
                }
                LOG.warn("relay interrupted, starts again", e);
            }
        }
    }

    private void serve(Connection connection) throws SQLException {
        if (!Backlog.elect(connection)) {
            stopped(settings.retry());
            return;
        }
        try (var _ = Listening.start(database, bell, settings)) {
            var publication = new Publication(connection, outgoing, means);
            var rung = Rung.LOOK;
            while (!stopped(Duration.ZERO)) {
                rung = serve(publication, rung);
            }
            publication.end();
        } finally {
            means.turns().close();
            Backlog.resign(connection);
        }
    }

    /** @return what was rung for meanwhile */
    private Rung serve(Publication publication, Rung rung) throws SQLException {
        switch (rung) {
            case BEGUN -> publication.follow();
            case LOOK -> {
                if (publication.advance(settings.batch())) {
                    return Rung.LOOK;
                }
            }
            case NOTHING -> {
                publication.finish();
                var next = bell.await(settings.poll());
                if (next != Rung.NOTHING) {
                    return next;
                }
                publication.check();
                return Rung.LOOK;
            }
        }
        return bell.await(SOON);
    }

    /** Waits for a while; true when the service stops. */
    private boolean stopped(Duration longest) {
        try {
            return stop.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
