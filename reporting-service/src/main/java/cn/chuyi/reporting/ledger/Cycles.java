package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fact.AssessmentFact.UnitsListed;
import cn.chuyi.reporting.score.Level;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The cycles and their units. */
public final class Cycles {
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

    /** Takes in what a batch says of cycles and units. */
    public void apply(List<Recorded> batch) {
        for (var recorded : batch) {
            switch (recorded.fact()) {
                case CycleOpened fact -> opened(fact);
                case UnitsListed fact -> listed(fact);
                case CaseOpened fact -> opened(fact);
                default -> {}
            }
        }
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

    private void listed(UnitsListed fact) {
        var cycle = Cycle.id(fact.programme(), fact.year());
        sql.batch(
                """
                insert into unit (cycle, code, level, parent, peer_group, demo, opened)
                values (?, ?, ?, ?, ?, false, false)
                on conflict (cycle, code) do update set peer_group = excluded.peer_group,
                    level = case when unit.opened then unit.level else excluded.level end,
                    parent = case when unit.opened then unit.parent else excluded.parent end""",
                fact.units().stream()
                        .map(unit -> new @Nullable Object[] {
                            cycle, unit.code(), unit.level(), unit.parent(), unit.peerGroup()
                        })
                        .toList());
    }

    private void opened(CaseOpened fact) {
        sql.update(
                """
                insert into unit (cycle, code, level, parent, demo, opened) values (?, ?, ?, ?, ?, true)
                on conflict (cycle, code) do update set level = excluded.level, parent = excluded.parent,
                    demo = excluded.demo, opened = true""",
                Cycle.id(fact.programme(), fact.year()),
                fact.unit(),
                fact.level(),
                fact.parent(),
                Boolean.TRUE.equals(fact.demo()));
    }
}
