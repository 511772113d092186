package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fold.Latest.Beside;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Sql;
import java.util.ArrayList;

/** What stands around a unit when a batch is folded: as it is remembered, or else read. */
record Around(Sql sql, Memory memory) {

    Beside beside(Scored scored) {
        var unit = scored.unit();
        var all = memory.standings(new ScoreTables(sql), scored.cycle().id()).values();
        var mine = Standing.of(unit, scored.result());
        var codes = new ArrayList<String>();
        codes.add(unit.code());
        if (unit.parent() != null) {
            codes.add(unit.parent());
        }
        return new Beside(
                scored,
                mine.rank(all, false),
                mine.rank(all, true),
                memory.tables().names(new Divisions(sql), codes));
    }

    /** Whether no other programme has a score of the same year and unit. */
    boolean isOnly(Scored scored) {
        var cycle = scored.cycle();
        return memory.tables().cycles(new Cycles(sql)).stream()
                .filter(other -> other.year() == cycle.year() && !other.id().equals(cycle.id()))
                .noneMatch(other -> memory.standings(new ScoreTables(sql), other.id())
                        .containsKey(scored.unit().code()));
    }
}
