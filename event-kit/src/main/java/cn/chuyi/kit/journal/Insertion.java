package cn.chuyi.kit.journal;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.journal.Journal.Addition;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts as rows that are appended to the journal together, each with an id of its own. */
final class Insertion {
    private static final TimeBasedEpochRandomGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private static final String INSERT = """
            insert into journal (stream, version, id, type, payload, recorded_at,
                actor, correlation_id, causation_id, traceparent)
            select stream, version, id, type, payload, recorded_at, actor, correlation_id, causation_id, traceparent
            from unnest(?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
                ?::text[], ?::text[]%s) with ordinality as row
                (stream, version, id, type, payload, recorded_at, actor, correlation_id, causation_id, traceparent%s, place)
            """;
    private static final String ALL = INSERT.formatted("", "") + "order by place";
    private static final String AFTER = INSERT.formatted(", ?::uuid[]", ", before") + """
            %s
            where exists (
                select from journal known
                where known.id = row.before and known.stream = row.stream and not exists (
                    select from journal next where next.stream = known.stream and next.version = known.version + 1))
            order by place on conflict (stream, version) do nothing""";
    private static final String WAITING_AFTER = AFTER.formatted("");
    private static final String BEGUN_AFTER =
            AFTER.formatted("cross join (select set_config('chuyi.begun', 'on', true)) as begun");

    private static final int ID = 2;

    private final List<@Nullable Object[]> rows;

    private Insertion(List<@Nullable Object[]> rows) {
        this.rows = rows;
    }

    static <E> Insertion of(Collection<Addition<E>> additions, EventCodec<E> codec, Instant now) {
        var recorded = now.truncatedTo(ChronoUnit.MICROS);
        var rows = new ArrayList<@Nullable Object[]>();
        for (var addition : additions) {
            var origin = addition.origin();
            long version = addition.expectedVersion();
            for (E event : addition.events()) {
                rows.add(new @Nullable Object[] {
                    addition.stream(),
                    ++version,
                    IDS.generate(),
                    codec.type(event),
                    codec.encode(event),
                    recorded,
                    origin.actor(),
                    origin.correlationId(),
                    origin.causationId(),
                    origin.traceparent()
                });
            }
        }
        return new Insertion(rows);
    }

    int size() {
        return rows.size();
    }

    /** Of the last fact; there is one. */
    @Nullable
    UUID last() {
        return (UUID) rows.getLast()[ID];
    }

    List<UUID> ids() {
        return rows.stream().map(row -> (UUID) row[ID]).toList();
    }

    void later(Writes writes) {
        writes.later(ALL, rows);
    }

    /**
     * Inserts facts of one stream, where it holds none of their versions and still holds the fact before them.
     *
     * @param before id of that fact
     * @return how many were inserted; none when the stream is not as it was known
     */
    int after(UUID before, Writes writes) throws SQLException {
        return writes.now(WAITING_AFTER, rowsAfter(before));
    }

    /** As {@link #after}, for one who goes on meanwhile as if the stream were as it was known. */
    void expectAfter(UUID before, Writes writes) {
        writes.expect(WAITING_AFTER, rowsAfter(before));
    }

    /** As {@link #expectAfter}, past the backlog: they have to be {@linkplain OwnBatch begun} in the same transaction. */
    void expectBegunAfter(UUID before, Writes writes) {
        writes.expect(BEGUN_AFTER, rowsAfter(before));
    }

    private List<@Nullable Object[]> rowsAfter(UUID before) {
        return rows.stream()
                .map(row -> Stream.concat(Stream.of(row), Stream.of(before)).toArray())
                .toList();
    }
}
