package cn.chuyi.kit.journal;

import cn.chuyi.kit.database.Writes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction has decided to append and has not appended yet. It rests on a remembered state, and whether that
 * still holds is only known when it is appended: at the end, together with what else the transaction writes, or as soon as
 * somebody in it turns to the journal again. It waits once; what comes later is appended at once.
 */
public final class Delayed {
    private final List<Consumer<Writes>> rows = new ArrayList<>();
    private @Nullable Waiting waiting;
    private boolean over;

    /** @param before id of the fact that the stream must still hold */
    private record Waiting(Insertion facts, UUID before) {}

    /** Whether facts wait. Those of a transaction that was undone did not get further, and may be why it was undone. */
    public boolean waits() {
        return waiting != null;
    }

    /** @return false when nothing can wait any more */
    boolean take(Insertion facts, UUID before) {
        if (over || waits()) {
            return false;
        }
        waiting = new Waiting(facts, before);
        return true;
    }

    /** Takes rows that are written right after the facts that wait. */
    void and(Consumer<Writes> shown) {
        rows.add(shown);
    }

    /**
     * Hands over what waits, and the rest after it; once it is written it has to be {@linkplain #appended told}.
     *
     * @param batch that they are begun as; absent where they wait in the backlog
     */
    @Nullable
    Insertion appendWith(Writes writes, Consumer<Writes> rest, @Nullable OwnBatch batch) {
        if (waiting == null) {
            rest.accept(writes);
            return null;
        }
        var facts = waiting.facts();
        if (batch == null) {
            facts.expectAfter(waiting.before(), writes);
        } else {
            facts.expectBegunAfter(waiting.before(), writes);
        }
        rows.forEach(row -> row.accept(writes));
        rest.accept(writes);
        if (batch != null) {
            batch.later(facts, waiting.before(), writes);
        }
        return facts;
    }

    void appended() {
        over = true;
        waiting = null;
        rows.clear();
    }
}
