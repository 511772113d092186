package cn.chuyi.reporting.ledger;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fact.RegistryFact.UnifiedArrangementApproved;
import cn.chuyi.reporting.ledger.Divisions.Area;
import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.ledger.Remembered.Held;
import cn.chuyi.reporting.measure.Holdings;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the register holds of many units at once, with a fixed number of statements however many they are. */
public final class Grounds {
    private static final String TOPIC = "chuyi.registry.v1";
    /** An array is looked up in the key; rows that are not analysed yet would be joined by reading the whole table. */
    private static final String SCHOOLS = """
            select stream, states, partition, "offset" from school
            where stream = any(array(select stream from attribution where code = any(?))) order by stream""";

    private static final String WORKS = """
            select stream, states, partition, "offset" from work
            where stream = any(array(
                select stream from attribution where code = any(?) union all
                select stream from work where lead = any(?))) order by stream""";
    private static final String STREAMS = """
            select stream from attribution where code = any(?)
            union
            select work.stream from work join attribution on attribution.stream = work.lead
            where attribution.code = any(?)""";

    private final Sql sql;
    private final Ledger ledger;
    private final Divisions divisions;
    private final Remembered remembered;

    public Grounds(Sql sql) {
        this(sql, new Remembered());
    }

    /** @param remembered may answer for what stands now */
    public Grounds(Sql sql, Remembered remembered) {
        this.sql = sql;
        this.ledger = new Ledger(sql);
        this.divisions = new Divisions(sql);
        this.remembered = remembered;
    }

    /**
     * @param streams of the institutions and projects that are held
     * @param positions of the last fact of each of them
     */
    public record Ground(Holdings holdings, Set<String> streams, List<Position> positions) {
        public static final Ground NONE = new Ground(
                new Holdings(Set.of(), Set.of(), List.of(), List.of(), Map.of(), Set.of()), Set.of(), List.of());
    }

    /** @param asOf facts recorded later are left out; absent for what stands now */
    public Map<String, Ground> of(Cycle cycle, Collection<String> units, @Nullable Instant asOf) {
        if (asOf != null) {
            return told(units).at(cycle, asOf);
        }
        var areas = remembered.areas(divisions, units);
        var schools = new ArrayList<Placed<School>>();
        var works = new ArrayList<Placed<Work>>();
        for (var held : remembered.held(cycle.id(), codes(areas), some -> read(cycle, some))) {
            schools.addAll(held.schools());
            works.addAll(held.works());
        }
        var facts = remembered.streams(ledger, Told.divisions(areas));
        return distribute(areas, schools, works, unified(cycle, areas, facts(facts)));
    }

    /** All that was ever recorded of what the register holds of units. */
    public Told told(Collection<String> units) {
        var areas = remembered.areas(divisions, units);
        var codes = codes(areas);
        var streams = new TreeSet<>(sql.list(STREAMS, row -> row.getString(1), codes, codes));
        return new Told(areas, ledger.streams(streams, null), ledger.streams(Told.divisions(areas), null));
    }

    private static Set<String> codes(Map<String, Area> areas) {
        return areas.values().stream().flatMap(area -> area.all().stream()).collect(Collectors.toSet());
    }

    private Map<String, Held> read(Cycle cycle, Set<String> codes) {
        var holding = new Holding(codes);
        sql.each(SCHOOLS, row -> placed(row, cycle, States.SCHOOL).ifPresent(holding::add), codes);
        sql.each(WORKS, row -> placed(row, cycle, States.WORK).ifPresent(holding::addWork), codes, holding.schools());
        return holding.all();
    }

    static Map<String, Ground> distribute(
            Map<String, Area> areas,
            List<Placed<School>> schools,
            List<Placed<Work>> works,
            Map<String, Set<String>> unified) {
        var landscape = new Landscape(schools, works);
        var grounds = new HashMap<String, Ground>();
        areas.forEach((unit, area) -> grounds.put(unit, landscape.ground(area, unified.getOrDefault(unit, Set.of()))));
        return grounds;
    }

    static List<Fact> facts(Map<String, List<Recorded>> streams) {
        return streams.values().stream()
                .flatMap(List::stream)
                .map(Recorded::fact)
                .toList();
    }

    /**
     * Kinds of school that each unit is excused from, by the cycle's reference date.
     *
     * @param facts of divisions
     */
    public static Map<String, Set<String>> unified(Cycle cycle, Map<String, Area> areas, Collection<Fact> facts) {
        var byCode = new HashMap<String, Set<String>>();
        facts.forEach(fact -> {
            if (fact instanceof UnifiedArrangementApproved f && !f.effectiveOn().isAfter(cycle.referenceDate())) {
                byCode.computeIfAbsent(f.code(), _ -> new HashSet<>()).addAll(f.schoolKinds());
            }
        });
        var byUnit = new HashMap<String, Set<String>>();
        areas.forEach((unit, area) -> byUnit.put(
                unit,
                area.own().stream()
                        .flatMap(code -> byCode.getOrDefault(code, Set.of()).stream())
                        .collect(Collectors.toSet())));
        return byUnit;
    }

    /** What the stream of a row is in a cycle. */
    private static <T> Optional<Placed<T>> placed(ResultSet row, Cycle cycle, States<T> states) throws SQLException {
        var stream = row.getString(1);
        var position = new Position(TOPIC, row.getInt(3), row.getLong(4));
        return Optional.ofNullable(states.at(cycle, stream, row.getBytes(2)))
                .map(state -> new Placed<>(stream, state, position));
    }
}
