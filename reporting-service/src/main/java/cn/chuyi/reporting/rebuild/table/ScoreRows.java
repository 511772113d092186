package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.rebuild.memory.Scoring.Scored;
import java.time.Instant;
import java.util.ArrayList;

/** Scores and editions on their way into a side schema, as {@code ScoreTables} would put them there. */
public final class ScoreRows implements AutoCloseable {
    private final BinaryCopy scores;
    private final BinaryCopy editions;

    public ScoreRows(Side side) {
        this.scores = side.copy("score", "cycle, unit, level, parent, edition, total, digest, body");
        this.editions = side.copy("edition", "cycle, unit, edition, sealed, digest, body");
    }

    /** From any thread. */
    public void add(Cycle cycle, Scored scored) {
        var standing = Row.of(cycle, scored.unit(), scored.standing());
        var sealed = new ArrayList<Row>();
        for (var one : scored.editions()) {
            sealed.add(one.result() == standing.result() ? standing : Row.of(cycle, scored.unit(), one.result()));
        }
        synchronized (this) {
            score(cycle, scored.unit(), standing);
            for (int i = 0; i < sealed.size(); i++) {
                var at = scored.editions().get(i).publication().fact().recorded();
                edition(cycle, scored.unit(), at, sealed.get(i));
            }
        }
    }

    /** A result as it is kept. */
    private record Row(Result result, String digest, byte[] body) {
        static Row of(Cycle cycle, Unit unit, Result result) {
            return new Row(result, result.canonical(cycle, unit).digest(), result.bytes());
        }
    }

    private void score(Cycle cycle, Unit unit, Row row) {
        var score = row.result().score();
        scores.row(8)
                .text(cycle.id())
                .text(unit.code())
                .text(unit.level().name())
                .text(unit.parent())
                .integer(row.result().edition())
                .hundredths(score == null ? null : score.total())
                .text(row.digest())
                .bytes(row.body(), row.body().length);
    }

    private void edition(Cycle cycle, Unit unit, Instant sealed, Row row) {
        editions.row(6)
                .text(cycle.id())
                .text(unit.code())
                .integer(row.result().edition())
                .instant(sealed)
                .text(row.digest())
                .bytes(row.body(), row.body().length);
    }

    public void finish() {
        scores.finish();
        editions.finish();
    }

    @Override
    public void close() {
        try (scores) {
            editions.close();
        }
    }
}
