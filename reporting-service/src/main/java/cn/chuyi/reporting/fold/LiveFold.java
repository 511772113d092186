package cn.chuyi.reporting.fold;

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
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/**
 * Folds into the live schema and announces. One batch at a time, whatever the channel and replica: what a batch reads
 * of other streams must be committed, or a unit would be scored without it.
 */
@ApplicationScoped
public class LiveFold {
    private static final long ONE_AT_A_TIME = 0x73636f7265L;

    private final DataSource database;
    private final Journal journal;

    LiveFold(DataSource database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    @Transactional(TxType.MANDATORY)
    <F extends Fact> void fold(List<Received<F>> facts) {
        var batch = facts.stream().map(Recorded::of).toList();
        alone((fold, announcer) -> fold.fold(batch, announcer));
    }

    /** Scores every unit again and announces what differs from the last announcement. */
    @Transactional
    public void announceEverything() {
        alone(Fold::scoreAll);
    }

    private void alone(BiConsumer<Fold, Announcer> work) {
        try (Connection connection = database.getConnection()) {
            var sql = new Sql(connection);
            sql.each("select pg_advisory_xact_lock(?)", _ -> {}, ONE_AT_A_TIME);
            work.accept(new Fold(sql), new JournalAnnouncer(sql, journal));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot fold", e);
        }
    }
}
