package cn.chuyi.kit.reader;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.kit.database.NewTransaction;
import cn.chuyi.kit.database.Outage;
import cn.chuyi.kit.database.OvertakenException;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.Received;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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
    private final AfterCommit afterCommit;
    private final Lock turn = new ReentrantLock(true);
    private final CountDownLatch stop = new CountDownLatch(1);

    Folding(
            DataSource database,
            Clock clock,
            Discards discards,
            ReaderMetrics metrics,
            FoldWatch watch,
            AfterCommit afterCommit) {
        this.database = database;
        this.clock = clock;
        this.discards = discards;
        this.metrics = metrics;
        this.watch = watch;
        this.afterCommit = afterCommit;
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    /** Folds whatever a channel brings, in a thread of its own, as much at once as is there. */
    public <E> Subscriber<ConsumerRecords<String, byte[]>> reader(Reading<E> reading) {
        var thread = Thread.ofPlatform().name("reader-" + reading.reader()).daemon();
        return new Gathering(Executors.newSingleThreadExecutor(thread.factory()), batches(reading));
    }

    /** Folds batch after batch, remembering from one to the next; for one thread. */
    <E> Consumer<List<ConsumerRecord<String, byte[]>>> batches(Reading<E> reading) {
        var live = new Live<>(reading);
        return records -> fold(live, Records.inOrder(records));
    }

    /** A reader with what its last batch has left, if that was committed. */
    private static final class Live<E> {
        private final Reading<E> reading;
        private Recollection last;

        /** Whether what was tried last was judged on that. */
        private boolean remembered;

        Live(Reading<E> reading) {
            this.reading = reading;
            this.last = new Recollection(reading.reader());
        }

        Recollection take() {
            var taken = last;
            last = new Recollection(reading.reader());
            return taken;
        }
    }

    /** Returns when it is committed, or the service stops. */
    private <E> void fold(Live<E> live, List<ConsumerRecord<String, byte[]>> batch) {
        try {
            persist(live, batch, null);
        } catch (RuntimeException e) {
            divide(live, batch, e);
        }
    }

    /**
     * Tries again while the database is away, and at once what failed on what was remembered, which may be why it failed. What
     * shall be parked is never given up, or it would be passed over.
     */
    private <E> void persist(Live<E> live, List<ConsumerRecord<String, byte[]>> batch, @Nullable String verdict) {
        while (stop.getCount() > 0 && !batch.isEmpty()) {
            live.remembered = false;
            try {
                watch.folded(inTurn(() -> QuarkusTransaction.requiringNew().call(() -> pass(live, batch, verdict))));
                return;
            } catch (RuntimeException e) {
                if (live.remembered || e instanceof OvertakenException) {
                    continue;
                }
                if (verdict == null && !Outage.behind(e)) {
                    throw e;
                }
                LOG.warnf("%s waits for its database: %s", live.reading.reader(), e.getMessage());
                pause();
            }
        }
    }

    /** One batch at a time in this process: who goes on with what the one before has left must know that it is over. */
    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private <E> void divide(Live<E> live, List<ConsumerRecord<String, byte[]>> batch, RuntimeException cause) {
        if (batch.size() > 1) {
            int middle = batch.size() / 2;
            fold(live, batch.subList(0, middle));
            fold(live, batch.subList(middle, batch.size()));
            return;
        }
        LOG.errorf(cause, "%s cannot fold %s", live.reading.reader(), ReaderTables.position(batch.getFirst()));
        persist(live, batch, "cannot be folded: " + cause);
    }

    /**
     * One transaction. What the last batch has left is taken, and so is lost when this is not committed.
     *
     * @param verdict when given, the batch's only record is parked for that reason
     * @return the last version folded of each stream in it
     */
    private <E> Map<String, Long> pass(
            Live<E> live, List<ConsumerRecord<String, byte[]>> batch, @Nullable String verdict) {
        var reading = live.reading;
        var records = Records.of(batch, reading);
        var mark = UUID.randomUUID();
        var recollection = live.take();
        try (Connection connection = database.getConnection()) {
            var writes = new Writes(connection);
            var judged = verdict == null ? Judged.remembered(records, recollection, reading.codec()) : null;
            live.remembered = judged != null;
            if (judged == null) {
                var opening = new Opening(connection, reading.reader(), mark);
                judged = Judged.of(records, opening.begin(records, reading.codec()), verdict);
            } else {
                recollection.expect(records, judged.begun(), mark, writes);
            }
            settle(reading, judged, writes);
            var done = judged;
            afterCommit.run(() -> {
                recollection.keep(records, done.begun(), mark);
                live.last = recollection;
                metrics.committed(done);
            });
            return done.begun().intake().seen();
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
        var records = Records.of(batch, reading);
        var opening = new Opening(connection, reading.reader(), UUID.randomUUID());
        settle(reading, Judged.of(records, opening.afterwards(records, reading.codec()), null), new Writes(connection));
    }

    /**
     * Does some work in a transaction of its own that shares {@link #LOCK}, while nothing is folded in this process.
     *
     * @param work is done once more when it was overtaken
     */
    public void between(Consumer<Writes> work) {
        inTurn(() -> NewTransaction.call(() -> {
            try (Connection connection = database.getConnection()) {
                share(connection);
                var writes = new Writes(connection);
                work.accept(writes);
                writes.flush();
                return true;
            }
        }));
    }

    /** Tries the waiting records of a parked record's stream again, within the caller's transaction. */
    <E> void retry(Reading<E> reading, Connection connection, String stream) throws SQLException {
        share(connection);
        new Cursors(connection, reading.reader(), UUID.randomUUID()).leaveMark();
        var tables = new ReaderTables(connection, reading.reader());
        var intake = new Intake<E>(reading.codec(), discards::contains);
        tables.recall(intake, List.of(stream), List.of());
        var verdicts = intake.retry(stream);
        settle(reading, tables, intake, verdicts, new Writes(connection));
        afterCommit.run(() -> metrics.committed(verdicts));
    }

    private <E> void settle(Reading<E> reading, Judged<E> judged, Writes writes) throws SQLException {
        var tables = new ReaderTables(writes.connection(), reading.reader());
        settle(reading, tables, judged.begun().intake(), judged.verdicts(), writes);
    }

    private <E> void settle(
            Reading<E> reading, ReaderTables tables, Intake<E> intake, List<Verdict<E>> verdicts, Writes writes)
            throws SQLException {
        var facts = new ArrayList<Received<E>>();
        for (Verdict<E> one : verdicts) {
            switch (one) {
                case Fold<E>(var fact) -> facts.add(fact);
                case Skip<E> _ -> {}
                case Park<E> park -> {
                    tables.park(park, clock.instant());
                    LOG.warnf("parked %s: %s", ReaderTables.position(park.record()), park.reason());
                }
                case Release<E>(var position) -> tables.release(position);
            }
        }
        if (!facts.isEmpty()) {
            reading.apply(facts, writes);
        }
        tables.remember(intake.seen(), writes);
        writes.flush();
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
