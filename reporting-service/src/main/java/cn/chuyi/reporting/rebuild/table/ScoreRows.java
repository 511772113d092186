package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.rebuild.memory.Scoring.Scored;
import cn.chuyi.reporting.rebuild.memory.Scoring.Sealed;

/** Scores and editions on their way into a side schema, as {@code ScoreTables} would put them there. */
public final class ScoreRows implements AutoCloseable {
    private final BinaryCopy scores;
    private final BinaryCopy editions;

    public ScoreRows(Side side) {
        this.scores = side.copy("score (cycle, unit, level, parent, edition, total, digest, body)");
        this.editions = side.copy("edition (cycle, unit, edition, sealed, digest, body)");
    }

    public void add(Cycle cycle, Scored scored) {
        var unit = scored.unit();
        var standing = scored.standing();
        var digest = standing.canonical(cycle, unit).digest();
        var body = standing.json();
        var score = standing.score();
        scores.row(8)
                .text(cycle.id())
                .text(unit.code())
                .text(unit.level().name())
                .text(unit.parent())
                .integer(standing.edition())
                .hundredths(score == null ? null : score.total())
                .text(digest)
                .text(body);
        for (var sealed : scored.editions()) {
            boolean same = sealed.result() == standing;
            edition(
                    cycle,
                    scored,
                    sealed,
                    same ? digest : sealed.result().canonical(cycle, unit).digest(),
                    same ? body : sealed.result().json());
        }
    }

    private void edition(Cycle cycle, Scored scored, Sealed sealed, String digest, String body) {
        editions.row(6)
                .text(cycle.id())
                .text(scored.unit().code())
                .integer(sealed.result().edition())
                .instant(sealed.publication().fact().recorded())
                .text(digest)
                .text(body);
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
