package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Fingerprints.Print;
import cn.chuyi.reporting.ledger.Recent;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Level;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints as {@link Fingerprints} finds them. One that was found before holds while the tables have the mark that they
 * had: each batch that is folded leaves another, and so does a rebuild. To look at it costs next to nothing.
 */
@ApplicationScoped
class Prints {
    private static final int MOST = 2000;

    private final Recent<Record, Print> recent = new Recent<>(MOST);

    private record OfScore(Asked asked, String unit, boolean everything) {}

    private record OfBoard(Asked asked, Level level) {}

    /** As {@link Fingerprints#score}. */
    @Nullable
    Print score(Sql sql, Asked asked, String unit, boolean everything) {
        return of(sql, new OfScore(asked, unit, everything), tables -> tables.score(asked, unit, everything));
    }

    /** As {@link Fingerprints#board}. */
    @Nullable
    Print board(Sql sql, Asked asked, Level level) {
        return of(sql, new OfBoard(asked, level), tables -> tables.board(asked, level));
    }

    private @Nullable Print of(Sql sql, Record question, Function<Fingerprints, @Nullable Print> tables) {
        var mark = sql.one(Fingerprints.MARK, row -> row.getString(1));
        if (mark == null) {
            return null;
        }
        var known = recent.of(question);
        if (known != null && known.mark().equals(mark)) {
            return known;
        }
        var found = tables.apply(new Fingerprints(sql));
        if (found != null) {
            recent.keep(question, found);
        }
        return found;
    }
}
