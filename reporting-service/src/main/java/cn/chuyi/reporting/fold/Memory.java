package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fold.Announced.History;
import cn.chuyi.reporting.fold.Announcer.Found;
import cn.chuyi.reporting.fold.ScoreTables.Edition;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Known;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Remembered;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one batch leaves to the next: what it has read, and what it has written. It is as the tables are, as long as every
 * batch is folded with it; {@link Memories} sees to that.
 */
public final class Memory {
    private static final int UNITS = 300;
    private static final int CITIES = 50;
    private static final int CATALOGUES = 20;
    private static final int CYCLES = 20;

    private final Remembered tables = new Remembered();
    private final Known<String, Optional<Assessor>> assessors = new Known<>(CATALOGUES, Optional.empty());
    private final Known<Key, Optional<Result>> results = new Known<>(UNITS, Optional.empty());
    private final Known<Key, List<Edition>> editions = new Known<>(UNITS, List.of());
    private final Known<Key, Map<String, Result>> counties = new Known<>(CITIES, Map.of());
    private final Known<String, Map<String, Standing>> standings = new Known<>(CYCLES, Map.of());
    private final Known<String, History> histories = new Known<>(UNITS, History.NONE);

    private record Key(String cycle, String unit) {}

    /** Of facts, cycles, divisions and the register. */
    Remembered tables() {
        return tables;
    }

    /** Forgets whatever these facts may have changed. */
    void forget(Collection<Recorded> batch) {
        tables.forget(batch);
        assessors.forget(batch.stream()
                .filter(recorded -> recorded.fact() instanceof CatalogueFrozen)
                .map(Recorded::stream)
                .toList());
    }

    @Nullable
    Assessor assessor(Catalogues catalogues, Cycle cycle, Level level) {
        var stream = cycle.catalogueStream(level.name());
        return assessors
                .of(List.of(stream), _ -> Map.of(stream, Optional.ofNullable(catalogues.assessor(cycle, level, null))))
                .getOrDefault(stream, Optional.empty())
                .orElse(null);
    }

    Map<String, Result> results(ScoreTables scores, Cycle cycle, Collection<String> units) {
        var found = new HashMap<String, Result>();
        read(results, cycle, units, codes -> optional(scores.results(cycle.id(), codes)))
                .forEach((unit, result) -> result.ifPresent(one -> found.put(unit, one)));
        return found;
    }

    Map<String, List<Edition>> editions(ScoreTables scores, Cycle cycle, Collection<String> units) {
        return read(editions, cycle, units, codes -> scores.editions(cycle.id(), codes));
    }

    /** The results of the counties of each city, by the county. */
    Map<String, Map<String, Result>> counties(ScoreTables scores, Cycle cycle, Collection<String> cities) {
        return read(counties, cycle, cities, codes -> {
            var found = new HashMap<String, Map<String, Result>>();
            codes.forEach(city -> found.put(city, new TreeMap<>()));
            found.putAll(scores.counties(cycle.id(), codes));
            return found;
        });
    }

    /** Of each unit of a cycle that has a score. */
    Map<String, Standing> standings(ScoreTables scores, String cycle) {
        return standings
                .of(List.of(cycle), _ -> Map.of(cycle, scores.standings(cycle)))
                .getOrDefault(cycle, Map.of());
    }

    Map<String, History> histories(Function<List<String>, Map<String, History>> read, Collection<String> streams) {
        return histories.of(streams, read);
    }

    /** These results stand now. */
    void keep(Cycle cycle, Map<Unit, Result> saved) {
        saved.forEach((unit, result) -> {
            results.put(new Key(cycle.id(), unit.code()), Optional.of(result));
            standings.change(cycle.id(), all -> {
                all.put(unit.code(), Standing.of(unit, result));
                return all;
            });
            counties.forEach((key, below) -> {
                if (key.cycle().equals(cycle.id())) {
                    below.remove(unit.code());
                    if (unit.level() == Level.COUNTY && key.unit().equals(unit.parent())) {
                        below.put(unit.code(), result);
                    }
                }
            });
        });
    }

    /** Editions of these were sealed. */
    void sealed(List<Found> found) {
        editions.forget(found.stream()
                .filter(one -> !one.sealed().isEmpty())
                .map(one -> new Key(one.cycle().id(), one.unit().code()))
                .toList());
    }

    /** What was announced of a unit is this now. */
    void announced(String stream, History history) {
        histories.put(stream, history);
    }

    private static Map<String, Optional<Result>> optional(Map<String, Result> results) {
        return results.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Optional.of(entry.getValue())));
    }

    private static <V> Map<String, V> read(
            Known<Key, V> known, Cycle cycle, Collection<String> units, Function<List<String>, Map<String, V>> table) {
        var keys = units.stream().map(unit -> new Key(cycle.id(), unit)).toList();
        var found = known.of(keys, unknown -> {
            var values = table.apply(unknown.stream().map(Key::unit).toList());
            return values.entrySet().stream()
                    .collect(Collectors.toMap(entry -> new Key(cycle.id(), entry.getKey()), Map.Entry::getValue));
        });
        return found.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().unit(), Map.Entry::getValue));
    }
}
