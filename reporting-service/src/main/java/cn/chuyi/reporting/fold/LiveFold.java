package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.Received;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Changes;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Folds into the live schema, for {@link Announcing} to announce it. One batch at a time, whatever the channel and replica: what a batch reads
 * of other streams must be committed, or a unit would be scored without it.
 */
@ApplicationScoped
class LiveFold {
    private final Memories memories;
    private final Latest latest;
    private final AfterCommit afterCommit;
    private final Changes changes;
    private final Announcing announcing;

    LiveFold(Memories memories, Latest latest, AfterCommit afterCommit, Changes changes, Announcing announcing) {
        this.memories = memories;
        this.latest = latest;
        this.afterCommit = afterCommit;
        this.changes = changes;
        this.announcing = announcing;
    }

    @Transactional(TxType.MANDATORY)
    <F extends Fact> void fold(List<Received<F>> facts, Writes writes) {
        var batch = facts.stream().map(Recorded::of).toList();
        var sql = new Sql(writes);
        var memory = memories.take(sql);
        var noted = new Noted(sql);
        new Fold(sql).fold(batch, noted, memory);
        afterCommit.run(changes::tell);
        afterCommit.run(announcing::noted);
        if (latest.isAwaited(batch)) {
            latest.keep(batch, noted.scored(), new Around(sql, memory), writes);
        }
    }
}
