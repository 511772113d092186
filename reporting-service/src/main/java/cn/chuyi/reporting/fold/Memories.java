package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.reporting.ledger.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The memory of the last batch that was folded, if that was folded here. Each batch leaves a mark in the tables and takes it
 * along; another mark means that somebody else has changed them, a replica. After a rebuild it is the mark of another table.
 */
@ApplicationScoped
class Memories {
    private static final String EXCHANGE = "update mark set id = ?::uuid returning tableoid::bigint";
    private static final String EXPECT = """
            update mark set id = taken.id from unnest(?::uuid[], ?::uuid[], ?::oid[]) as taken (id, before, place)
            where mark.id = taken.before and mark.tableoid = taken.place""";

    private final AfterCommit afterCommit;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    Memories(AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
    }

    private record Kept(Mark mark, Memory memory) {}

    /** @param table in which it is */
    private record Mark(UUID id, long table) {}

    /**
     * The memory of the last batch, or one of nothing, for the one transaction that may fold now: whoever else takes a memory
     * waits until it ends, as the mark is locked. Where there is a memory, that is so from the first {@link Sql#flush} on, which
     * is overtaken if the mark is another: what was read before that was then read too early. It is kept for the next one when
     * this commits, and lost when it does not: the memory holds what was not to be.
     */
    Memory take(Sql sql) {
        var last = kept.getAndSet(null);
        var id = UUID.randomUUID();
        var now = last == null
                ? new Kept(exchanged(sql, id), new Memory())
                : new Kept(expected(sql, last.mark(), id), last.memory());
        afterCommit.run(() -> kept.set(now));
        return now.memory();
    }

    private static Mark exchanged(Sql sql, UUID id) {
        var table = sql.one(EXCHANGE, row -> row.getLong(1), id.toString());
        return new Mark(id, Objects.requireNonNull(table, "every schema has a mark"));
    }

    private static Mark expected(Sql sql, Mark before, UUID id) {
        sql.expect(EXPECT, List.<@Nullable Object[]>of(new Object[] {id, before.id(), before.table()}));
        return new Mark(id, before.table());
    }
}
