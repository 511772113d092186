package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fact.AssessmentFact.UnitsListed;
import cn.chuyi.reporting.score.Level;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The cycles and their units. */
public final class Cycles {
    private static final String LISTED = """
            insert into unit (cycle, code, level, parent, peer_group, demo, opened)
            select *, false, false from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            on conflict (cycle, code) do update set peer_group = excluded.peer_group,
                level = case when unit.opened then unit.level else excluded.level end,
                parent = case when unit.opened then unit.parent else excluded.parent end""";
    private static final String OPENED = """
            insert into unit (cycle, code, level, parent, demo, opened)
            select cycle, code, level, parent, demo::boolean, true
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as row (cycle, code, level, parent, demo)
            on conflict (cycle, code) do update set level = excluded.level, parent = excluded.parent,
                demo = excluded.demo, opened = true""";

    private final Sql sql;

    public Cycles(Sql sql) {
        this.sql = sql;
    }

    public List<Cycle> all() {
        return sql.list("select " + Cycle.COLUMNS + " from cycle order by id", Cycle::of);
    }

    public @Nullable Cycle find(String id) {
        return sql.one("select " + Cycle.COLUMNS + " from cycle where id = ?", Cycle::of, id);
    }

    public List<Unit> units(String cycle) {
        return sql.list("select " + Unit.COLUMNS + " from unit where cycle = ? order by code", Unit::of, cycle);
    }

    public List<Unit> units(String cycle, Collection<String> codes) {
        return sql.list(
                "select " + Unit.COLUMNS + " from unit where cycle = ? and code = any(?) order by code",
                Unit::of,
                cycle,
                codes);
    }

    public Set<String> codes(String cycle, Level level) {
        return new TreeSet<>(
                sql.list("select code from unit where cycle = ? and level = ?", row -> row.getString(1), cycle, level));
    }

    /** Takes in what a batch says of cycles and units, in its order. */
    public void apply(List<Recorded> batch) {
        var listed = new LinkedHashMap<String, @Nullable Object[]>();
        var opened = new LinkedHashMap<String, @Nullable Object[]>();
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case CycleOpened fact -> opened(fact);
                case UnitsListed fact -> {
                    write(OPENED, opened);
                    list(fact, listed);
                }
                case CaseOpened fact -> {
                    write(LISTED, listed);
                    open(fact, opened);
                }
                default -> {}
            }
        }
        write(LISTED, listed);
        write(OPENED, opened);
    }

    /** One row a unit: of several the last, which says all that the earlier said. */
    private void write(String statement, Map<String, @Nullable Object[]> rows) {
        sql.rows(statement, rows.values());
        rows.clear();
    }

    private void opened(CycleOpened fact) {
        sql.update(
                """
                insert into cycle (id, programme, year, reference_date, demo) values (?, ?, ?, ?, ?)
                on conflict (id) do update set reference_date = excluded.reference_date, demo = excluded.demo""",
                Cycle.id(fact.programme(), fact.year()),
                fact.programme(),
                fact.year(),
                fact.referenceDate(),
                Boolean.TRUE.equals(fact.demo()));
    }

    private static void list(UnitsListed fact, Map<String, @Nullable Object[]> rows) {
        var cycle = Cycle.id(fact.programme(), fact.year());
        fact.units()
                .forEach(unit -> rows.put(
                        cycle + " " + unit.code(),
                        new @Nullable Object[] {cycle, unit.code(), unit.level(), unit.parent(), unit.peerGroup()}));
    }

    private static void open(CaseOpened fact, Map<String, @Nullable Object[]> rows) {
        var cycle = Cycle.id(fact.programme(), fact.year());
        rows.put(cycle + " " + fact.unit(), new @Nullable Object[] {
            cycle, fact.unit(), fact.level(), fact.parent(), Boolean.TRUE.equals(fact.demo())
        });
    }
}
