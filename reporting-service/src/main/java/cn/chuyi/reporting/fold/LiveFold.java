package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.kit.database.NewTransaction;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Changes;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Folds into the live schema and announces. One batch at a time, whatever the channel and replica: what a batch reads
 * of other streams must be committed, or a unit would be scored without it.
 */
@ApplicationScoped
public class LiveFold {
    private final DataSource database;
    private final Journal journal;
    private final Memories memories;
    private final Latest latest;
    private final AfterCommit afterCommit;
    private final Changes changes;

    LiveFold(
            DataSource database,
            Journal journal,
            Memories memories,
            Latest latest,
            AfterCommit afterCommit,
            Changes changes) {
        this.database = database;
        this.journal = journal;
        this.memories = memories;
        this.latest = latest;
        this.afterCommit = afterCommit;
        this.changes = changes;
    }

    @Transactional(TxType.MANDATORY)
    <F extends Fact> void fold(List<Received<F>> facts, Writes writes) {
        var batch = facts.stream().map(Recorded::of).toList();
        var sql = new Sql(writes);
        var memory = memories.take(sql);
        var announcer = new JournalAnnouncer(writes, journal, memory);
        new Fold(sql).fold(batch, announcer, memory);
        afterCommit.run(changes::tell);
        if (latest.isAwaited(batch)) {
            latest.keep(batch, announcer.scored(), new Around(sql, memory), writes);
        }
    }

    /** Scores every unit again and announces what differs from the last announcement. */
    public void announceEverything() {
        NewTransaction.run(this::announceAll);
    }

    private void announceAll() {
        try (Connection connection = database.getConnection()) {
            var writes = new Writes(connection);
            var sql = new Sql(writes);
            var memory = memories.take(sql);
            new Fold(sql).scoreAll(new JournalAnnouncer(writes, journal, memory), memory);
            afterCommit.run(changes::tell);
            writes.flush();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot fold", e);
        }
    }
}
