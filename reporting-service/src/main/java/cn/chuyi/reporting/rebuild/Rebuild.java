package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.reader.Folding;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fold.Fold;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.course.Count;
import cn.chuyi.reporting.rebuild.course.Phase;
import cn.chuyi.reporting.rebuild.course.Progress;
import cn.chuyi.reporting.rebuild.log.Log;
import cn.chuyi.reporting.rebuild.table.Schemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Derives everything once more: reads the topics from offset 0 into memory and a side schema, scores, catches up while
 * live folding pauses, compares, and puts the side schema in the place of the live one. It announces nothing.
 *
 * <p>Whoever calls it holds the lock that makes it the only one.
 */
public final class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final Ground ground;

    public Rebuild(Ground ground) {
        this.ground = ground;
    }

    /**
     * What was found.
     *
     * @param units scores that were compared
     * @param roots of each cycle
     */
    public record Report(int units, List<Root> roots, List<Difference> differences) {}

    /** The first time, or with a new script: fills a schema and makes it live. There is nothing to compare with. */
    public void fill(String id, Progress progress) {
        var side = in((_, schemas) -> schemas.create(id));
        try (var log = new Log(ground.kafka())) {
            fill(side, ends(log), progress);
        }
        in((sql, schemas) -> {
            lockFolding(sql);
            schemas.swap(side);
            return side;
        });
        sweep();
    }

    /** @param dryRun only compares, swaps nothing */
    public Report run(String id, boolean dryRun, Progress progress) {
        progress.at(Phase.READING, Count.NOTHING);
        var side = in((_, schemas) -> schemas.create(id));
        try (var log = new Log(ground.kafka())) {
            var ends = ends(log);
            var count = fill(side, ends, progress);
            progress.at(Phase.CATCHING_UP, count);
            new Meeting(ground.transactions(), ground.meet()).await(ends, () -> progress.at(Phase.CATCHING_UP, count));
            return finish(log, side, dryRun, progress, count);
        } finally {
            sweep();
        }
    }

    /** Drops what this run, or one that crashed, left behind. */
    public void sweep() {
        in((_, schemas) -> {
            schemas.sweep();
            return true;
        });
    }

    /** Where each partition ends now; the rest is live folding's until the catch-up. */
    private Map<TopicPartition, Long> ends(Log log) {
        var ends = new HashMap<TopicPartition, Long>();
        for (var source : ground.sources()) {
            log.turnTo(source.topic());
            log.requireBeginning();
            ends.putAll(log.ends());
        }
        return ends;
    }

    private Count fill(String side, Map<TopicPartition, Long> ends, Progress progress) {
        try (var filling = new Filling(ground, side, ends, progress)) {
            return filling.fill();
        }
    }

    /** One transaction in which no live batch is under way. */
    private Report finish(Log log, String side, boolean dryRun, Progress progress, Count filled) {
        return in((sql, schemas) -> {
            lockFolding(sql);
            var live = cursors(sql);
            schemas.use(side);
            catchUp(log, sql, live, () -> progress.at(Phase.CATCHING_UP, filled));
            var count = new Count(total(live), total(live), filled.facts(), filled.units());
            progress.at(Phase.COMPARING, count);
            var comparison = Comparison.of(sql, side);
            var report = report(sql, side, comparison);
            if (!dryRun) {
                progress.at(Phase.SWAPPING, count);
                if (comparison.answersAreSame()) {
                    sql.update("update mark set id = (select id from live.mark)");
                }
                schemas.swap(side);
            }
            LOG.infof(
                    "rebuilt %d scores, %d differ%s",
                    report.units(), report.differences().size(), dryRun ? ", dry run" : "");
            return report;
        });
    }

    /** Reads on to where live folding is, so that a swap loses nothing. */
    private void catchUp(Log log, Sql sql, Map<TopicPartition, Long> live, Runnable glance) {
        for (var source : ground.sources()) {
            glance.run();
            log.turnTo(source.topic());
            log.read(cursors(sql), live, records -> take(source, sql, records, new Fold(sql)::foldSilently), glance);
        }
    }

    private <F extends Fact> boolean take(
            Source<F> source, Sql sql, List<ConsumerRecord<String, byte[]>> records, Consumer<List<Recorded>> sink) {
        return sql.within(connection -> {
            ground.live().fold(connection, new SideReading<>(source.reader(), source.codec(), sink), records);
            return true;
        });
    }

    private static Report report(Sql sql, String side, Comparison comparison) {
        int units = sql.list("select count(*) from score", row -> row.getInt(1)).getFirst();
        return new Report(
                units, Root.between(sql, Schemas.LIVE, side, comparison.rowsAreSame()), comparison.differences());
    }

    private static void lockFolding(Sql sql) {
        sql.each("select pg_advisory_xact_lock(?)", _ -> {}, Folding.LOCK);
    }

    private static Map<TopicPartition, Long> cursors(Sql sql) {
        var cursors = new HashMap<TopicPartition, Long>();
        sql.each(
                "select topic, partition, next_offset from cursor",
                row -> cursors.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)));
        return cursors;
    }

    private static long total(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private <T> T in(BiFunction<Sql, Schemas, T> work) {
        return ground.transactions().call(sql -> work.apply(sql, new Schemas(sql)));
    }
}
