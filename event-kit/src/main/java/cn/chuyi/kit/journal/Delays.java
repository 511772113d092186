package cn.chuyi.kit.journal;

import cn.chuyi.kit.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Knows what the running transaction delays, if somebody has seen to it that it will be appended. */
@ApplicationScoped
class Delays {
    private final TransactionSynchronizationRegistry transaction;
    private final Turns turns;

    Delays(TransactionSynchronizationRegistry transaction, Turns turns) {
        this.transaction = transaction;
        this.turns = turns;
    }

    /** From now on facts may wait. The transaction does not commit while they do. */
    void begin(Delayed delayed) {
        transaction.putResource(Delayed.class, delayed);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                if (delayed.waits()) {
                    throw new IllegalStateException("facts were delayed and never appended");
                }
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }

    /** Absent when facts are appended at once. */
    @Nullable
    Delayed current() {
        return (Delayed) transaction.getResource(Delayed.class);
    }

    boolean waits() {
        var delayed = current();
        return delayed != null && delayed.waits();
    }

    /** @return false when nothing waits that rows could go with */
    boolean and(Consumer<Writes> rows) {
        var delayed = current();
        if (delayed == null || !delayed.waits()) {
            return false;
        }
        delayed.and(rows);
        return true;
    }

    /** A batch of the relay that the running transaction may begin; absent when it is another's turn. */
    @Nullable
    OwnBatch batch() {
        var turn = turns.take();
        if (turn == null) {
            return null;
        }
        var batch = new OwnBatch(turns, turn);
        try {
            transaction.registerInterposedSynchronization(batch);
        } catch (IllegalStateException e) {
            turns.end(turn, List.of());
            throw e;
        }
        return batch;
    }

    /** @return false when they have to be appended at once */
    boolean take(Insertion facts, UUID before) {
        var delayed = current();
        return delayed != null && delayed.take(facts, before);
    }
}
