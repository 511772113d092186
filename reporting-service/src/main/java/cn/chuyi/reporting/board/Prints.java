package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Fingerprints.Print;
import cn.chuyi.reporting.ledger.Changes;
import cn.chuyi.reporting.ledger.Recent;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Level;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints as {@link Fingerprints} finds them. One that was found before holds while the tables have the mark that they
 * had: each batch that is folded leaves another, and so does a rebuild that mends something. To look at it costs next to
 * nothing.
 */
@ApplicationScoped
class Prints {
    private static final int MOST = 2000;

    private final Snapshots snapshots;
    private final RecentLook<@Nullable String> mark;
    private final Recent<Question, Print> recent = new Recent<>(MOST);

    Prints(Snapshots snapshots, Changes changes, BoardSettings settings) {
        this.snapshots = snapshots;
        this.mark = new RecentLook<>(
                () -> snapshots.glance(sql -> sql.one(Fingerprints.MARK, row -> row.getString(1))),
                changes::count,
                System::nanoTime,
                settings.behind());
    }

    /** What is asked for as of now. */
    sealed interface Question {
        @Nullable
        Print print(Fingerprints tables);

        record OfScore(Asked asked, String unit, boolean everything) implements Question {
            @Override
            public @Nullable Print print(Fingerprints tables) {
                return tables.score(asked, unit, everything);
            }
        }

        record OfBoard(Asked asked, Level level) implements Question {
            @Override
            public @Nullable Print print(Fingerprints tables) {
                return tables.board(asked, level);
            }
        }
    }

    /** What holds, or held {@linkplain BoardSettings#behind just before}; absent when nothing tells. */
    @Nullable
    Print now(Question question) {
        return of(mark.get(), question);
    }

    /** What holds now, for one who has waited for it; absent when nothing tells. */
    @Nullable
    Print afterwards(Question question) {
        return of(mark.anew(), question);
    }

    private @Nullable Print of(@Nullable String last, Question question) {
        if (last == null) {
            return null;
        }
        var known = recent.of(question);
        return known != null && known.mark().equals(last) ? known : snapshots.glance(sql -> within(sql, question));
    }

    /** What holds in a snapshot; absent when nothing tells. */
    @Nullable
    Print within(Sql sql, Question question) {
        var found = question.print(new Fingerprints(sql));
        if (found != null) {
            recent.keep(question, found);
        }
        return found;
    }
}
