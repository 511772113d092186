package cn.chuyi.kit.reader;

import cn.chuyi.kit.database.Outage;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.reader.Opening.Begun;
import cn.chuyi.kit.reader.Verdict.Cause;
import cn.chuyi.kit.reader.Verdict.Fold;
import cn.chuyi.kit.reader.Verdict.Park;
import cn.chuyi.kit.reader.Verdict.Release;
import cn.chuyi.kit.reader.Verdict.Skip;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Folds batches of a topic once: rows, cursor, sequence and parked records move in one transaction.
 *
 * <p>While the database is away a batch is tried again and again. A batch that fails for another reason is halved until
 * the one record is found that cannot be folded; that one is parked, the rest flows.
 */
@ApplicationScoped
public class Folding {
    /** PostgreSQL advisory lock, shared by every batch; who holds it exclusively keeps all folding out. */
    public static final long LOCK = 0x666f6c64696e67L;

    private static final Logger LOG = Logger.getLogger(Folding.class);
    private static final long PAUSE_MILLIS = 1000;

    private final DataSource database;
    private final Clock clock;
    private final Discards discards;
    private final ReaderMetrics metrics;
    private final FoldWatch watch;
    private final CountDownLatch stop = new CountDownLatch(1);

    Folding(DataSource database, Clock clock, Discards discards, ReaderMetrics metrics, FoldWatch watch) {
        this.database = database;
        this.clock = clock;
        this.discards = discards;
        this.metrics = metrics;
        this.watch = watch;
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    /** Folds whatever a channel brings, in a thread of its own, as much at once as is there. */
    public <E> Subscriber<ConsumerRecords<String, byte[]>> reader(Reading<E> reading) {
        var thread = Thread.ofPlatform().name("reader-" + reading.reader()).daemon();
        return new Gathering(
                Executors.newSingleThreadExecutor(thread.factory()),
                records -> fold(reading, Records.inOrder(records)));
    }

    /** Returns when it is committed, or the service stops. */
    private <E> void fold(Reading<E> reading, List<ConsumerRecord<String, byte[]>> batch) {
        try {
            persist(reading, batch, null);
        } catch (RuntimeException e) {
            divide(reading, batch, e);
        }
    }

    /** Tries again while the database is away; what shall be parked is never given up, or it would be passed over. */
    private <E> void persist(Reading<E> reading, List<ConsumerRecord<String, byte[]>> batch, @Nullable String verdict) {
        while (stop.getCount() > 0 && !batch.isEmpty()) {
            try {
                watch.folded(QuarkusTransaction.requiringNew().call(() -> pass(reading, batch, verdict)));
                return;
            } catch (RuntimeException e) {
                if (verdict == null && !Outage.behind(e)) {
                    throw e;
                }
                LOG.warnf("%s waits for its database: %s", reading.reader(), e.getMessage());
                pause();
            }
        }
    }

    private <E> void divide(Reading<E> reading, List<ConsumerRecord<String, byte[]>> batch, RuntimeException cause) {
        if (batch.size() > 1) {
            int middle = batch.size() / 2;
            fold(reading, batch.subList(0, middle));
            fold(reading, batch.subList(middle, batch.size()));
            return;
        }
        LOG.errorf(cause, "%s cannot fold %s", reading.reader(), ReaderTables.position(batch.getFirst()));
        persist(reading, batch, "cannot be folded: " + cause);
    }

    /**
     * One transaction. With {@code verdict} given, the batch's only record is parked for that reason.
     *
     * @return the last version folded of each stream in it
     */
    private <E> Map<String, Long> pass(
            Reading<E> reading, List<ConsumerRecord<String, byte[]>> batch, @Nullable String verdict) {
        try (Connection connection = database.getConnection()) {
            return within(connection, Opening::begin, reading, batch, verdict);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot fold: " + e.getMessage(), e);
        }
    }

    /**
     * Folds records on a connection and in a transaction of the caller's, for one who holds {@link #LOCK} himself.
     *
     * @param batch in the order of offsets within each partition
     */
    public <E> void within(Connection connection, Reading<E> reading, List<ConsumerRecord<String, byte[]>> batch)
            throws SQLException {
        within(connection, Opening::afterwards, reading, batch, null);
    }

    /** How a batch begins. */
    private interface Beginning {
        Begun of(
                Opening opening,
                Map<TopicPartition, Long> ends,
                Intake<?> intake,
                Collection<String> streams,
                Collection<Position> positions)
                throws SQLException;
    }

    private <E> Map<String, Long> within(
            Connection connection,
            Beginning beginning,
            Reading<E> reading,
            List<ConsumerRecord<String, byte[]>> batch,
            @Nullable String verdict)
            throws SQLException {
        var tables = new ReaderTables(connection, reading.reader());
        var opening = new Opening(connection, new Cursors(connection, reading.reader()), tables);
        var given = new HashSet<Position>();
        var intake = new Intake<E>(reading.codec(), given::contains);
        var concerned =
                batch.stream().filter(record -> concerns(reading, record)).toList();
        var begun = beginning.of(
                opening,
                Records.ends(batch),
                intake,
                Records.streams(concerned),
                concerned.stream().map(CloudEvents::position).toList());
        given.addAll(begun.given());
        var fresh = Records.fresh(begun.next(), concerned);
        var verdicts = new ArrayList<Verdict<E>>();
        for (var record : fresh) {
            verdicts.addAll(verdict == null ? intake.take(record) : List.of(unfoldable(record, verdict)));
        }
        settle(reading, connection, tables, intake, verdicts);
        metrics.read(batch.size(), concerned.size() - fresh.size(), batch.size() - concerned.size());
        return intake.seen();
    }

    /** Tries the waiting records of a parked record's stream again, within the caller's transaction. */
    <E> void retry(Reading<E> reading, Connection connection, String stream) throws SQLException {
        share(connection);
        var tables = new ReaderTables(connection, reading.reader());
        var intake = new Intake<E>(reading.codec(), discards::contains);
        tables.recall(intake, List.of(stream), List.of());
        settle(reading, connection, tables, intake, intake.retry(stream));
    }

    private <E> void settle(
            Reading<E> reading, Connection connection, ReaderTables tables, Intake<E> intake, List<Verdict<E>> verdicts)
            throws SQLException {
        var facts = new ArrayList<Received<E>>();
        for (Verdict<E> one : verdicts) {
            switch (one) {
                case Fold<E>(var fact) -> facts.add(fact);
                case Skip<E>(var reason) -> metrics.skipped(reason);
                case Park<E> park -> {
                    tables.park(park, clock.instant());
                    metrics.parked(park.cause());
                    LOG.warnf("parked %s: %s", ReaderTables.position(park.record()), park.reason());
                }
                case Release<E>(var position) -> tables.release(position);
            }
        }
        var writes = new Writes(connection);
        if (!facts.isEmpty()) {
            reading.apply(facts, writes);
        }
        tables.remember(intake.seen(), writes);
        writes.flush();
        metrics.applied(facts.size());
    }

    private static <E> Verdict<E> unfoldable(ConsumerRecord<String, byte[]> record, String reason) {
        return new Park<>(
                record,
                Cause.UNREADABLE,
                reason,
                Headers.stream(record),
                Headers.number(record, "ce_sequence"),
                Headers.text(record, "ce_type"));
    }

    private static boolean concerns(Reading<?> reading, ConsumerRecord<String, byte[]> record) {
        var stream = Headers.stream(record);
        return stream == null || reading.concerns(stream);
    }

    private static void share(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock_shared(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    private void pause() {
        try {
            stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
