package cn.chuyi.kit.journal;

import cn.chuyi.kit.database.OvertakenException;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Decision.Accepted;
import cn.chuyi.kit.decision.Decision.Refused;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.journal.Memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of one service. What is appended is the state and the outbox at once: the relay publishes it
 * after the commit, at least once, in the order of its stream.
 */
@ApplicationScoped
public class Journal {
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;
    private final Clock clock;
    private final Origins origins;
    private final Memory memory;
    private final Delays delays;
    private final Heard heard;

    Journal(DataSource database, Clock clock, Origins origins, Memory memory, Delays delays, Heard heard) {
        this.database = database;
        this.clock = clock;
        this.origins = origins;
        this.memory = memory;
        this.delays = delays;
        this.heard = heard;
    }

    /** The stream as it stands; version 0 and the initial state when there is none. */
    @Transactional(TxType.MANDATORY)
    public <S, E> Outcome<S, E> load(Aggregate<S, E> aggregate, String stream) {
        flush();
        Remembered<S> known = memory.of(aggregate, stream);
        Remembered<S> now = read(aggregate, stream, known);
        if (now != known) {
            memory.keepAfterCommit(aggregate, stream, now);
        }
        return new Outcome<>(now.state(), stream, now.version(), List.of());
    }

    /**
     * The stream as it is remembered, which may be behind; as it stands where it is not. For one who goes on to
     * {@linkplain #handle handle} a command, which decides on what is there.
     */
    @Transactional(TxType.MANDATORY)
    public <S, E> Outcome<S, E> recall(Aggregate<S, E> aggregate, String stream) {
        Remembered<S> known = memory.of(aggregate, stream);
        return known.last() == null
                ? load(aggregate, stream)
                : new Outcome<>(known.state(), stream, known.version(), List.of());
    }

    /** Evolves what is known by the facts after it; from the start when the stream no longer holds what is known. */
    private <S, E> Remembered<S> read(Aggregate<S, E> aggregate, String stream, Remembered<S> known) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, type, payload from journal where stream = ? and version >= ? order by version")) {
            select.setString(1, stream);
            select.setLong(2, known.version());
            try (ResultSet rows = select.executeQuery()) {
                if (known.last() != null && !(rows.next() && known.last().equals(rows.getObject(1, UUID.class)))) {
                    return read(aggregate, stream, Remembered.nothing(aggregate));
                }
                Remembered<S> now = known;
                while (rows.next()) {
                    E event = aggregate.codec().decode(rows.getString(2), rows.getString(3));
                    S state = aggregate.evolve().apply(now.state(), event);
                    now = new Remembered<>(state, now.version() + 1, rows.getObject(1, UUID.class));
                }
                return now;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read stream " + stream, e);
        }
    }

    /**
     * Decides and appends in the caller's transaction. Where the stream's state is remembered it is decided on that, and
     * appended if the stream has not moved on: so the stream is mostly not read at all. Where the transaction
     * {@linkplain #delay delays}, that is only found out when it is {@linkplain #end ended}.
     *
     * @param ifMatch the version that the caller saw; absent when it does not care
     * @param decide has no effects; it may be asked twice, about an older state first
     * @throws RefusedException when the decision is a refusal
     * @throws StaleStreamException when the stream is not at {@code ifMatch}, or moved meanwhile
     */
    @Transactional(TxType.MANDATORY)
    public <S, E> Outcome<S, E> handle(
            Aggregate<S, E> aggregate, String stream, @Nullable Long ifMatch, Function<S, Decision<E>> decide) {
        flush();
        Remembered<S> known = memory.of(aggregate, stream);
        if (known.last() != null
                && (ifMatch == null || ifMatch == known.version())
                && decide.apply(known.state()) instanceof Accepted<E>(var events)
                && !events.isEmpty()) {
            var place = new Addition<>(stream, known.version(), events, origins.current());
            UUID last = insert(place, aggregate.codec(), known.last());
            if (last != null) {
                return outcome(aggregate, stream, known.after(aggregate, events, last), events);
            }
        }
        return handleAnew(aggregate, stream, ifMatch, decide);
    }

    private <S, E> Outcome<S, E> handleAnew(
            Aggregate<S, E> aggregate, String stream, @Nullable Long ifMatch, Function<S, Decision<E>> decide) {
        Remembered<S> before = read(aggregate, stream, memory.of(aggregate, stream));
        if (ifMatch != null && ifMatch != before.version()) {
            throw StaleStreamException.named(stream, ifMatch, before.version());
        }
        return switch (decide.apply(before.state())) {
            case Refused<E>(var refusal) -> throw new RefusedException(refusal);
            case Accepted<E>(var events) -> {
                if (events.isEmpty()) {
                    yield outcome(aggregate, stream, before, events);
                }
                var place = new Addition<>(stream, before.version(), events, origins.current());
                UUID last = insert(place, aggregate.codec(), null);
                yield outcome(aggregate, stream, before.after(aggregate, events, last), events);
            }
        };
    }

    private <S, E> Outcome<S, E> outcome(Aggregate<S, E> aggregate, String stream, Remembered<S> now, List<E> events) {
        memory.keepAfterCommit(aggregate, stream, now);
        return new Outcome<>(now.state(), stream, now.version(), events);
    }

    /**
     * Appends facts that were decided on {@code expectedVersion} facts.
     *
     * @return how many facts the stream holds now
     * @throws StaleStreamException when it held more
     */
    @Transactional(TxType.MANDATORY)
    public <E> long append(String stream, long expectedVersion, List<E> events, EventCodec<E> codec, Origin origin) {
        flush();
        if (!events.isEmpty()) {
            insert(new Addition<>(stream, expectedVersion, events, origin), codec, null);
        }
        return expectedVersion + events.size();
    }

    /**
     * Appends, at once where it was decided on what is there.
     *
     * @param before id of the fact that the stream must still hold; absent when that is known
     * @return id of the last fact; absent when the stream is not as it was known to be
     * @throws StaleStreamException when it held more facts
     */
    private <E> @Nullable UUID insert(Addition<E> addition, EventCodec<E> codec, @Nullable UUID before) {
        var insertion = Insertion.of(List.of(addition), codec, clock.instant());
        if (before != null && delays.take(insertion, before)) {
            return insertion.last();
        }
        try (Connection connection = database.getConnection()) {
            var writes = new Writes(connection);
            if (before == null) {
                insertion.later(writes);
                writes.flush();
            } else {
                int inserted = insertion.after(before, writes);
                if (inserted == 0) {
                    return null;
                }
                if (inserted < insertion.size()) {
                    throw StaleStreamException.overtaken(addition.place(), null);
                }
            }
            heard.afterCommit(insertion, connection, null);
            return insertion.last();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw StaleStreamException.overtaken(addition.place(), e);
            }
            throw new IllegalStateException("cannot append to " + addition.place(), e);
        }
    }

    /**
     * From now on what the running transaction decides on a remembered state may wait until it is flushed.
     *
     * @param delayed tells afterwards whether it has come to that
     */
    @Transactional(TxType.MANDATORY)
    public void delay(Delayed delayed) {
        delays.begin(delayed);
    }

    /**
     * Appends what waits. The journal does so by itself before it is read or appended to; for one who is about to lock rows
     * that others lock after they have appended.
     *
     * @throws OvertakenException as {@link #end}
     */
    @Transactional(TxType.MANDATORY)
    public void flush() {
        if (delays.waits()) {
            write(_ -> {}, false);
        }
    }

    /**
     * Writes rows that show what the running transaction has appended: after it and in the same trip, where it waits; else at
     * once. Nobody in the transaction may look for them.
     */
    @Transactional(TxType.MANDATORY)
    public void show(Consumer<Writes> rows) {
        if (delays.and(rows)) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            var writes = new Writes(connection);
            rows.accept(writes);
            writes.flush();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write what shows a stream", e);
        }
    }

    /**
     * Appends what waits, and in the same trip writes whatever else there is. Nothing is appended after it in the same
     * transaction, which is to be committed now: the relay's next batch may be that of these facts, and then waits for it.
     *
     * @throws OvertakenException when a stream is not as it was remembered, or something else is not as it was expected: the
     *     transaction has to be rolled back, and may be tried again without delay
     */
    @Transactional(TxType.MANDATORY)
    public void end(Consumer<Writes> rest) {
        write(rest, delays.waits());
    }

    /** @param begins whether it may be a batch; the turn is taken last, when there is a connection to use it with */
    private void write(Consumer<Writes> rest, boolean begins) {
        var delayed = delays.current();
        try (Connection connection = database.getConnection()) {
            var batch = begins ? delays.batch() : null;
            var writes = new Writes(connection);
            Insertion facts = null;
            if (delayed == null) {
                rest.accept(writes);
            } else {
                facts = delayed.appendWith(writes, rest, batch);
            }
            writes.flush();
            if (delayed != null && facts != null) {
                delayed.appended();
                heard.afterCommit(facts, connection, batch);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot append", e);
        }
    }

    /**
     * What is to be appended to one stream.
     *
     * @param expectedVersion how many facts the stream holds before
     */
    public record Addition<E>(String stream, long expectedVersion, List<E> events, Origin origin) {
        private String place() {
            return stream + "@" + expectedVersion;
        }
    }

    /**
     * Appends to many streams in this order, with whatever else is {@linkplain Writes written} then: only that tells whether
     * one of them held more facts than was expected.
     */
    @Transactional(TxType.MANDATORY)
    public <E> void appendAll(List<Addition<E>> additions, EventCodec<E> codec, Writes writes) {
        flush();
        var insertion = Insertion.of(additions, codec, clock.instant());
        if (insertion.size() == 0) {
            return;
        }
        insertion.later(writes);
        try {
            heard.afterCommit(insertion, writes.connection(), null);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot append", e);
        }
    }

    /** Subjects that recorded facts of these types in a stream; empty when there is none. */
    @Transactional(TxType.MANDATORY)
    public Set<String> actors(String stream, Collection<String> types) {
        flush();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select distinct actor from journal where stream = ? and type = any(?) and actor is not null")) {
            select.setString(1, stream);
            select.setArray(2, connection.createArrayOf("text", types.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                var actors = new TreeSet<String>();
                while (rows.next()) {
                    actors.add(rows.getString(1));
                }
                return actors;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the actors of " + stream, e);
        }
    }
}
