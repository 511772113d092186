package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.reporting.ledger.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The memory of the last batch that was folded, if that was folded here. Each batch leaves a mark in the tables and takes it
 * along; another mark means that somebody else has changed them, a replica. After a rebuild it is the mark of another table.
 */
@ApplicationScoped
class Memories {
    private static final String EXCHANGE =
            "update mark set id = ?::uuid returning old.id::text || ' ' || tableoid, new.id::text || ' ' || tableoid";

    private final AfterCommit afterCommit;
    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept("", new Memory()));

    Memories(AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
    }

    private record Kept(String mark, Memory memory) {}

    private record Marks(String before, String after) {}

    /**
     * The memory of the last batch, or one of nothing, for the one transaction that may fold now: whoever else takes a memory
     * waits until it ends, as the mark is locked. It is kept for the next one when this commits, and lost when it does not: the
     * memory holds what was not to be.
     */
    Memory take(Sql sql) {
        var marks = Objects.requireNonNull(
                sql.one(
                        EXCHANGE,
                        row -> new Marks(row.getString(1), row.getString(2)),
                        UUID.randomUUID().toString()),
                "every schema has a mark");
        var last = kept.getAndSet(new Kept("", new Memory()));
        var memory = last.mark().equals(marks.before()) ? last.memory() : new Memory();
        afterCommit.run(() -> kept.set(new Kept(marks.after(), memory)));
        return memory;
    }
}
