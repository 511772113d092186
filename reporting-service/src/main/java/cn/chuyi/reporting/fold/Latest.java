package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.reader.FoldWatch;
import cn.chuyi.reporting.ledger.Recent;
import cn.chuyi.reporting.ledger.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
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

    /** While any record is parked, it takes longer to tell what is incomplete for it. */
    private static final String PARKED = "select exists (select from parked)";

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
    void keep(Collection<Recorded> batch, Collection<Scored> scored, Around around, Writes writes) {
        var seen = batch.stream().collect(Collectors.toMap(Recorded::stream, Recorded::version, Math::max));
        var found = new HashMap<Place, Scored>();
        scored.forEach(one -> found.put(new Place(one.cycle().year(), one.unit().code()), one));
        var shown = new HashMap<Place, LongFunction<Kept>>();
        found.forEach((place, one) -> {
            var beside = around.beside(one);
            boolean isOnly = around.isOnly(one);
            shown.put(place, before -> new Kept(beside, isOnly, seen, before));
        });
        writes.ask(PARKED, List.<@Nullable Object[]>of(new @Nullable Object[0]), rows -> {
            if (rows.next() && !rows.getBoolean(1)) {
                long before = System.nanoTime();
                afterCommit.run(() -> shown.forEach((place, one) -> kept.keep(place, one.apply(before))));
            }
        });
    }
}
