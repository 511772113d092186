package cn.chuyi.reporting.board;

import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.DivisionNames;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Ranking;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts side by side what stood for a unit at two instants. */
record Diffs(Sql sql, Sight sight, int year, @Nullable String programme) {

    DiffView of(String code, Instant from, Instant to) {
        var boards = new Boards(sql);
        var then = boards.require(new Asked(year, programme, from));
        var now = boards.require(new Asked(year, programme, to));
        var before = boards.unit(then, code, from);
        var after = boards.unit(now, code, to);
        sight.require(code, Math.min(before.result().edition(), after.result().edition()));
        var catalogue = catalogue(now, after.unit().level(), to);
        var movement =
                Movement.of(before.result(), catalogue(then, before.unit().level(), from), after.result(), catalogue);
        var between = Between.of(sql, now, after.unit(), from, to);
        return new DiffView(
                year,
                new Named(code, new DivisionNames(sql, to).of(List.of(code)).getOrDefault(code, code)),
                from,
                to,
                Movement.side(before.result(), rank(then, before, from)),
                Movement.side(after.result(), rank(now, after, to)),
                movement.parts(),
                catalogue == null ? List.of() : movement.items(moved -> between.of(moved, catalogue)),
                between.findings(),
                between.others(),
                movement.sentence());
    }

    private @Nullable Catalogue catalogue(Cycle cycle, Level level, Instant at) {
        var assessor = new Catalogues(new Ledger(sql)).assessor(cycle, level, at);
        return assessor == null ? null : assessor.catalogue();
    }

    /** Ranks of others are not to be guessed from an own rank before publication. */
    private @Nullable Integer rank(Cycle cycle, Row row, Instant at) {
        if (!sight.everything() && row.result().edition() == 0) {
            return null;
        }
        var level = new Boards(sql).level(cycle, row.unit().level(), at);
        return Ranking.of(Ranked.totals(level, sight.everything()))
                .get(row.unit().code());
    }
}
