package cn.chuyi.kit.journal;

import io.micrometer.core.instrument.Counter;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
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
    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final DataSource database;
    private final Clock clock;
    private final Sending sending;
    private final Outgoing outgoing;
    private final RelaySettings settings;
    private final Counter published;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread worker = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);

    Relay(
            DataSource database,
            Clock clock,
            Sending sending,
            @ConfigProperty(name = "mp.messaging.outgoing.events.topic") String topic,
            @ConfigProperty(name = "quarkus.application.name") String service,
            RelaySettings settings,
            MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.sending = sending;
        this.outgoing = new Outgoing(topic, service);
        this.settings = settings;
        this.published = meters.counter("journal.published");
    }

    /** After the channels, and after whatever a service prepares at start. */
    void start(@Observes @Priority(AFTER_CHANNELS) StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
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
        try {
            Wake.listen(connection);
            Link head = publish(connection, Backlog.begun(connection), Backlog.head(connection));
            while (!stopped(Duration.ZERO)) {
                List<JournalRow> rows = Backlog.next(connection, settings.batch());
                if (rows.isEmpty()) {
                    Wake.await(connection, settings.poll());
                } else {
                    Backlog.begin(connection, rows);
                    head = publish(connection, rows, head);
                }
            }
        } finally {
            Wake.unlisten(connection);
            Backlog.resign(connection);
        }
    }

    private Link publish(Connection connection, List<JournalRow> rows, Link head) throws SQLException {
        if (rows.isEmpty()) {
            return head;
        }
        var links = new ArrayList<Link>();
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        Link last = head;
        for (JournalRow row : rows) {
            records.add(outgoing.record(row, last));
            last = last.next(row);
            links.add(last);
        }
        sending.send(records, settings.timeout());
        Backlog.stampSoon(connection, rows, links, clock.instant());
        published.increment(rows.size());
        return last;
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
