package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.reader.FoldWatch;
import cn.chuyi.reporting.ledger.Recent;
import cn.chuyi.reporting.ledger.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the batches that were folded here have left of each unit, with what is shown beside it, as of their commits: for one who
 * waits for a fact of the very batch, who so needs not read what has just been written. Only what somebody waits for is kept.
 */
@ApplicationScoped
public class Latest {
    private static final int UNITS = 300;
    private static final long NEVER = 0;

    /** Nothing while any record is parked. */
    private static final String BESIDE = """
            select cycle.id, mine.unit, own.name, city.name, mine.total is not null, better.many, better.published, not exists (
                    select from cycle other join score on score.cycle = other.id
                    where other.year = cycle.year and other.id <> cycle.id and score.unit = mine.unit)
            from unnest(?::text[], ?::text[]) as wanted (cycle, unit)
            join cycle on cycle.id = wanted.cycle
            join score mine on mine.cycle = wanted.cycle and mine.unit = wanted.unit
            left join division own on own.code = mine.unit
            left join division city on city.code = mine.parent
            cross join lateral (
                select count(*) as many, count(*) filter (where edition > 0) as published from score
                where cycle = mine.cycle and level = mine.level and total > mine.total) better
            where not exists (select from parked)""";

    private final FoldWatch watch;
    private final AfterCommit afterCommit;
    private final Recent<Place, Kept> kept = new Recent<>(UNITS);

    Latest(FoldWatch watch, AfterCommit afterCommit) {
        this.watch = watch;
        this.afterCommit = afterCommit;
    }

    private record Place(int year, String unit) {}

    /**
     * @param isOnly whether no other programme has a score of the same year and unit
     * @param seen last version of each stream in the batch
     * @param before it was committed, by {@link System#nanoTime()}
     */
    private record Kept(Beside shown, boolean isOnly, Map<String, Long> seen, long before) {}

    /**
     * A unit's score and what is shown beside it.
     *
     * @param rank among all of its level; absent when it has no total
     * @param published rank among those of its level that are published
     * @param names of the unit and its city, by code
     */
    public record Beside(
            Scored scored, @Nullable Integer rank, @Nullable Integer published, Map<String, String> names) {}

    /**
     * What stands for a unit as of a moment between now and then, after the awaited facts; absent where this process cannot
     * tell.
     *
     * @param programme absent where there is only one that has the year
     * @param awaited last version of each stream
     * @param since by {@link System#nanoTime()}
     */
    public @Nullable Beside of(
            int year, @Nullable String programme, String unit, Map<String, Long> awaited, long since) {
        var found = kept.of(new Place(year, unit));
        return found != null
                        && found.before() - since >= NEVER
                        && (programme == null
                                ? found.isOnly()
                                : programme.equals(
                                        found.shown().scored().cycle().programme()))
                        && awaited.entrySet().stream()
                                .allMatch(one -> found.seen().getOrDefault(one.getKey(), NEVER) >= one.getValue())
                ? found.shown()
                : null;
    }

    /** Whether somebody waits for a fact of the batch. */
    boolean isAwaited(Collection<Recorded> batch) {
        return watch.isAwaited(batch.stream().map(Recorded::stream).toList());
    }

    /** Keeps what the batch has found, as soon as it is committed. */
    void keep(Collection<Recorded> batch, Collection<Scored> scored, Writes writes) {
        var seen = batch.stream().collect(Collectors.toMap(Recorded::stream, Recorded::version, Math::max));
        var byPlace = scored.stream()
                .collect(Collectors.toMap(
                        one -> List.of(one.cycle().id(), one.unit().code()), one -> one, (_, last) -> last));
        writes.ask(
                BESIDE,
                byPlace.values().stream()
                        .map(one -> new @Nullable Object[] {
                            one.cycle().id(), one.unit().code()
                        })
                        .toList(),
                rows -> {
                    var found = new HashMap<Place, Kept>();
                    while (rows.next()) {
                        var one = Objects.requireNonNull(byPlace.get(List.of(rows.getString(1), rows.getString(2))));
                        found.put(
                                new Place(one.cycle().year(), one.unit().code()),
                                new Kept(beside(one, rows), rows.getBoolean(8), seen, System.nanoTime()));
                    }
                    afterCommit.run(() -> found.forEach(kept::keep));
                });
    }

    private static Beside beside(Scored scored, ResultSet row) throws SQLException {
        var names = new HashMap<String, String>();
        name(names, scored.unit().code(), row.getString(3));
        name(names, scored.unit().parent(), row.getString(4));
        boolean isRanked = row.getBoolean(5);
        return new Beside(
                scored, isRanked ? row.getInt(6) + 1 : null, isRanked ? row.getInt(7) + 1 : null, Map.copyOf(names));
    }

    private static void name(Map<String, String> names, @Nullable String code, @Nullable String name) {
        if (code != null && name != null) {
            names.put(code, name);
        }
    }
}
