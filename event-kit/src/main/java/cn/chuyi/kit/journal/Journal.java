package cn.chuyi.kit.journal;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Decision.Accepted;
import cn.chuyi.kit.decision.Decision.Refused;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.journal.Memory.Remembered;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The append-only log of one service. What is appended is the state and the outbox at once: the relay publishes it
 * after the commit, at least once, in the order of its stream.
 */
@ApplicationScoped
public class Journal {
    private static final String UNIQUE_VIOLATION = "23505";

    /** Of a row, without the time, which is one for all rows of an append. */
    private static final int COLUMNS = 9;

    private final DataSource database;
    private final Clock clock;
    private final Origins origins;
    private final Memory memory;
    private final Bell bell;
    private final Counter appended;
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

    Journal(DataSource database, Clock clock, Origins origins, Memory memory, Bell bell, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.origins = origins;
        this.memory = memory;
        this.bell = bell;
        this.appended = meters.counter("journal.appended");
    }

    /** The stream as it stands; version 0 and the initial state when there is none. */
    @Transactional(TxType.MANDATORY)
    public <S, E> Outcome<S, E> load(Aggregate<S, E> aggregate, String stream) {
        Remembered<S> known = memory.of(aggregate, stream);
        Remembered<S> now = read(aggregate, stream, known);
        if (now != known) {
            memory.keepAfterCommit(aggregate, stream, now);
        }
        return new Outcome<>(now.state(), stream, now.version(), List.of());
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
     * Loads, decides and appends in the caller's transaction.
     *
     * @param ifMatch the version that the caller saw; absent when it does not care
     * @throws RefusedException when the decision is a refusal
     * @throws StaleStreamException when the stream is not at {@code ifMatch}, or moved meanwhile
     */
    @Transactional(TxType.MANDATORY)
    public <S, E> Outcome<S, E> handle(
            Aggregate<S, E> aggregate, String stream, @Nullable Long ifMatch, Function<S, Decision<E>> decide) {
        Outcome<S, E> before = load(aggregate, stream);
        if (ifMatch != null && ifMatch != before.version()) {
            throw StaleStreamException.named(stream, ifMatch, before.version());
        }
        return switch (decide.apply(before.state())) {
            case Refused<E>(var refusal) -> throw new RefusedException(refusal);
            case Accepted<E>(var events) -> {
                long version = append(stream, before.version(), events, aggregate.codec(), origins.current());
                S state = before.state();
                for (E event : events) {
                    state = aggregate.evolve().apply(state, event);
                }
                yield new Outcome<>(state, stream, version, events);
            }
        };
    }

    /**
     * Appends facts that were decided on {@code expectedVersion} facts.
     *
     * @return how many facts the stream holds now
     * @throws StaleStreamException when it held more
     */
    @Transactional(TxType.MANDATORY)
    public <E> long append(String stream, long expectedVersion, List<E> events, EventCodec<E> codec, Origin origin) {
        appendAll(List.of(new Addition<>(stream, expectedVersion, events, origin)), codec);
        return expectedVersion + events.size();
    }

    /**
     * What is to be appended to one stream.
     *
     * @param expectedVersion how many facts the stream holds before
     */
    public record Addition<E>(String stream, long expectedVersion, List<E> events, Origin origin) {}

    /**
     * Appends to many streams in one round trip, in this order.
     *
     * @throws StaleStreamException when one of them held more facts than was expected
     */
    @Transactional(TxType.MANDATORY)
    public <E> void appendAll(List<Addition<E>> additions, EventCodec<E> codec) {
        var some = additions.stream()
                .filter(addition -> !addition.events().isEmpty())
                .toList();
        if (some.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            insert(connection, some, codec, clock.instant().truncatedTo(ChronoUnit.MICROS));
            bell.ringAfterCommit(connection.unwrap(PGConnection.class).getBackendPID());
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw StaleStreamException.overtaken(places(some), e);
            }
            throw new IllegalStateException("cannot append to " + places(some), e);
        }
        appended.increment(
                some.stream().mapToInt(addition -> addition.events().size()).sum());
    }

    private static String places(List<? extends Addition<?>> additions) {
        return additions.stream()
                .map(addition -> addition.stream() + "@" + addition.expectedVersion())
                .collect(Collectors.joining(", "));
    }

    /** Subjects that recorded facts of these types in a stream; empty when there is none. */
    @Transactional(TxType.MANDATORY)
    public Set<String> actors(String stream, Collection<String> types) {
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

    private <E> void insert(Connection connection, List<Addition<E>> additions, EventCodec<E> codec, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into journal (stream, version, id, type, payload, recorded_at,
                    actor, correlation_id, causation_id, traceparent)
                select stream, version, id, type, payload, ?, actor, correlation_id, causation_id, traceparent
                from unnest(?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[]) with ordinality
                    as row (stream, version, id, type, payload, actor, correlation_id, causation_id, traceparent, place)
                order by place""")) {
            var rows = additions.stream()
                    .flatMap(addition -> rows(addition, codec).stream())
                    .toList();
            insert.setTimestamp(1, Timestamp.from(now));
            for (int column = 0; column < COLUMNS; column++) {
                int which = column;
                var values = rows.stream().map(row -> row[which]).toArray();
                insert.setArray(column + 2, connection.createArrayOf("text", values));
            }
            insert.executeUpdate();
        }
    }

    private <E> List<@Nullable String[]> rows(Addition<E> addition, EventCodec<E> codec) {
        Origin origin = addition.origin();
        long version = addition.expectedVersion();
        var rows = new ArrayList<@Nullable String[]>();
        for (E event : addition.events()) {
            rows.add(new @Nullable String[] {
                addition.stream(),
                Long.toString(++version),
                ids.generate().toString(),
                codec.type(event),
                codec.encode(event),
                origin.actor(),
                origin.correlationId(),
                origin.causationId(),
                origin.traceparent()
            });
        }
        return rows;
    }
}
