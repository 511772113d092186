package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.fact.RegistryFact.DivisionRecoded;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRenamed;
import cn.chuyi.reporting.fact.RegistryFact.OfDivision;
import cn.chuyi.reporting.fact.RegistryFact.UnifiedArrangementApproved;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tree of divisions, with the codes that one division had before. */
public final class Divisions {
    private static final String UPSERT = """
            insert into division (code, name, level, parent, predecessor)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            on conflict (code) do update set name = excluded.name, level = excluded.level,
                parent = excluded.parent, predecessor = excluded.predecessor""";

    /** From each unit down to all divisions below it, and back to the codes that each of them had before. */
    private static final String AREAS = """
            with recursive area (unit, code, own) as (
                select unit, unit, true from unnest(?) as unit
                union
                select area.unit, next.code, area.own and next.own from area cross join lateral (
                    select code, false as own from division where parent = area.code
                    union all
                    select predecessor, true from division where code = area.code and predecessor is not null) next)
            select unit, code, own from area""";

    /** From each code up to all divisions above it, and on to the codes that each of them got later. */
    private static final String UPWARDS = """
            with recursive upward (origin, code) as (
                select code, code from unnest(?) as code
                union
                select upward.origin, next.code from upward cross join lateral (
                    select parent as code from division where code = upward.code and parent is not null
                    union all
                    select code from division where predecessor = upward.code) next)
            select upward.origin, unit.cycle, unit.code from unit join upward using (code)""";

    private final Sql sql;

    public Divisions(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is one unit's by its code.
     *
     * @param own the unit's code and those it had before
     * @param all these and the codes of every division below
     */
    public record Area(Set<String> own, Set<String> all) {
        static final Area NONE = new Area(Set.of(), Set.of());

        private Area() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    public Map<String, Area> areas(Collection<String> units) {
        var areas = new HashMap<String, Area>();
        sql.each(
                AREAS,
                row -> {
                    var area = areas.computeIfAbsent(row.getString(1), _ -> new Area());
                    area.all().add(row.getString(2));
                    if (row.getBoolean(3)) {
                        area.own().add(row.getString(2));
                    }
                },
                units);
        return areas;
    }

    /** The units, by cycle, whose area one of these codes lies in. */
    public Map<String, Set<String>> unitsAround(Collection<String> codes) {
        return new Remembered().unitsAround(this, Set.copyOf(codes));
    }

    /** As {@link #unitsAround}, of each code. */
    Map<String, Map<String, Set<String>>> unitsAroundEach(Collection<String> codes) {
        var found = new HashMap<String, Map<String, Set<String>>>();
        sql.each(
                UPWARDS,
                row -> found.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                        .computeIfAbsent(row.getString(2), _ -> new TreeSet<>())
                        .add(row.getString(3)),
                codes);
        return found;
    }

    /** Code of the parent; absent at the top and for an unknown code. */
    public @Nullable String parentOf(String code) {
        return sql.one("select parent from division where code = ?", row -> row.getString(1), code);
    }

    public Map<String, String> names(Collection<String> codes) {
        var names = new HashMap<String, String>();
        sql.each(
                "select code, name from division where code = any(?)",
                row -> names.put(row.getString(1), row.getString(2)),
                codes);
        return names;
    }

    public Map<String, Integer> countByLevel() {
        var counts = new HashMap<String, Integer>();
        sql.each("""
                select level, count(*) from division
                where code not in (select predecessor from division where predecessor is not null) group by level""", row -> counts.put(row.getString(1), row.getInt(2)));
        return counts;
    }

    public Set<String> codes(String level) {
        return new TreeSet<>(sql.list("select code from division where level = ?", row -> row.getString(1), level));
    }

    /** The city of every city and of every division directly below one, by code. */
    public Map<String, String> cities() {
        var cities = new HashMap<String, String>();
        sql.each("""
                select code, code from division where level = 'CITY' union all
                select below.code, city.code from division below
                    join division city on city.code = below.parent and city.level = 'CITY'""", row -> cities.put(row.getString(1), row.getString(2)));
        return cities;
    }

    /** @return the codes whose units see the tree differently now */
    public Set<String> apply(List<Recorded> batch) {
        var touched = new TreeSet<String>();
        var rows = new LinkedHashMap<String, @Nullable Object[]>();
        for (var recorded : batch) {
            if (recorded.fact() instanceof OfDivision fact) {
                touched.add(fact.code());
                apply(fact, rows, touched);
            }
        }
        write(rows);
        return touched;
    }

    private void apply(OfDivision fact, Map<String, @Nullable Object[]> rows, Set<String> touched) {
        switch (fact) {
            case DivisionRegistered f ->
                rows.put(f.code(), new @Nullable Object[] {f.code(), f.name(), f.level(), f.parent(), null});
            case DivisionRecoded f -> {
                rows.put(f.code(), new @Nullable Object[] {f.code(), f.name(), f.level(), f.parent(), f.predecessor()});
                touched.add(f.predecessor());
            }
            case DivisionRenamed f -> {
                write(rows);
                sql.update("update division set name = ? where code = ?", f.name(), f.code());
            }
            case UnifiedArrangementApproved _ -> {}
        }
    }

    /** One row a division: of several the last. */
    private void write(Map<String, @Nullable Object[]> rows) {
        sql.rows(UPSERT, rows.values());
        rows.clear();
    }
}
