package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.Outage;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.reporting.ledger.Sql;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Announces, some time after it was found, what differs from the last announcement. Of a unit in which much was found in
 * that time only what it came to is announced. Folding leaves the units in a table, so that none is forgotten.
 */
@ApplicationScoped
public class Announcing {
    private static final Logger LOG = Logger.getLogger(Announcing.class);
    private static final String ANY = "select exists (select from unannounced)";
    private static final String TAKE = "delete from unannounced returning cycle, unit";

    /** So often nothing was found here, before it is looked whether somebody else has left something and is gone. */
    private static final int IDLE = 30;

    private final Folding folding;
    private final Journal journal;
    private final Memories memories;
    private final AtomicBoolean noted = new AtomicBoolean();
    private int idle = IDLE;

    Announcing(Folding folding, Journal journal, Memories memories) {
        this.folding = folding;
        this.journal = journal;
        this.memories = memories;
    }

    private record Place(String cycle, String unit) {}

    /** There are units to look at. */
    void noted() {
        noted.set(true);
    }

    @Scheduled(
            identity = "announcing",
            every = "${chuyi.announce.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void look() {
        boolean here = noted.getAndSet(false);
        if (!here && idle++ < IDLE) {
            return;
        }
        idle = 0;
        try {
            folding.between(writes -> {
                if (here || isAny(new Sql(writes))) {
                    announceNoted(writes);
                }
            });
        } catch (RuntimeException e) {
            noted.set(true);
            if (Outage.behind(e)) {
                LOG.warnf("what was found is announced later: %s", e);
            } else {
                LOG.error("what was found cannot be announced", e);
            }
        }
    }

    /** Scores every unit again and announces what differs from the last announcement. */
    public void announceEverything() {
        folding.between(writes -> {
            var sql = new Sql(writes);
            var memory = memories.take(sql);
            new Fold(sql).scoreAll(new JournalAnnouncer(writes, journal, memory), memory);
        });
    }

    private void announceNoted(Writes writes) {
        var sql = new Sql(writes);
        var memory = memories.take(sql);
        new Fold(sql).score(taken(sql), new JournalAnnouncer(writes, journal, memory), memory);
    }

    private static boolean isAny(Sql sql) {
        return Boolean.TRUE.equals(sql.one(ANY, row -> row.getBoolean(1)));
    }

    /** The units by cycle; not there any more when this is committed. */
    private static Map<String, Set<String>> taken(Sql sql) {
        return sql.list(TAKE, row -> new Place(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.groupingBy(Place::cycle, Collectors.mapping(Place::unit, Collectors.toSet())));
    }
}
