package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.NewTransaction;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.reporting.fact.Fact;
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

    LiveFold(DataSource database, Journal journal, Memories memories, Latest latest) {
        this.database = database;
        this.journal = journal;
        this.memories = memories;
        this.latest = latest;
    }

    private interface Work {
        void on(Fold fold, Announcer announcer, Memory memory);
    }

    @Transactional(TxType.MANDATORY)
    <F extends Fact> void fold(List<Received<F>> facts, Writes writes) {
        var batch = facts.stream().map(Recorded::of).toList();
        var scored = alone(writes, (fold, announcer, memory) -> fold.fold(batch, announcer, memory));
        if (latest.isAwaited(batch)) {
            latest.keep(batch, scored, writes);
        }
    }

    /** Scores every unit again and announces what differs from the last announcement. */
    public void announceEverything() {
        NewTransaction.run(this::announceAll);
    }

    private void announceAll() {
        try (Connection connection = database.getConnection()) {
            var writes = new Writes(connection);
            alone(writes, Fold::scoreAll);
            writes.flush();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot fold", e);
        }
    }

    private List<Scored> alone(Writes writes, Work work) {
        var sql = new Sql(writes);
        var memory = memories.take(sql);
        var announcer = new JournalAnnouncer(writes, journal, memory);
        work.on(new Fold(sql), announcer, memory);
        return announcer.scored();
    }
}
