package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fold.Fold;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Derives everything once more: reads the topics from offset 0 into a side schema, scores, catches up while live folding
 * pauses, compares, and puts the side schema in the place of the live one. It announces nothing.
 *
 * <p>Whoever calls it holds the lock that makes it the only one.
 */
@ApplicationScoped
class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final DataSource database;
    private final Folding folding;
    private final Map<String, Object> kafka;
    private final Settings settings;
    private final List<Source<?>> sources;

    Rebuild(
            DataSource database,
            Folding folding,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Settings settings,
            @ConfigProperty(name = "mp.messaging.incoming.registry.topic") String registry,
            @ConfigProperty(name = "mp.messaging.incoming.assessment.topic") String assessment) {
        this.database = database;
        this.folding = folding;
        this.kafka = Map.copyOf(kafka);
        this.settings = settings;
        this.sources = List.of(
                new Source<>("registry", registry, Codecs.REGISTRY),
                new Source<>("assessment", assessment, Codecs.ASSESSMENT));
    }

    /** A topic and the live reader that reads it. */
    private record Source<F extends Fact>(String reader, String topic, EventCodec<F> codec) {}

    /** Is told how far it is; answers by an exception when it shall stop. */
    interface Progress {
        void read(long done, long total);
    }

    /** @param units scores that were compared */
    record Report(int units, List<Difference> differences) {}

    /** The first time, or with a new script: fills a schema and makes it live. There is nothing to compare with. */
    void fill(String id) {
        var side = inTransaction((_, schemas) -> schemas.create(id));
        var reached = read(side, (_, _) -> {});
        score(side);
        inTransaction((sql, schemas) -> {
            lockFolding(sql);
            schemas.swap(side);
            return reached;
        });
        sweep();
    }

    Report run(String id, boolean dryRun, Progress progress) {
        var side = inTransaction((_, schemas) -> schemas.create(id));
        try {
            var reached = read(side, progress);
            score(side);
            new Meeting(database, settings.meet()).await(reached);
            return finish(side, dryRun, progress);
        } finally {
            sweep();
        }
    }

    /** Drops what this run, or one that crashed, left behind. */
    void sweep() {
        inTransaction((_, schemas) -> {
            schemas.sweep();
            return true;
        });
    }

    /** @return the end of each partition when it was read */
    private Map<TopicPartition, Long> read(String side, Progress progress) {
        var ends = new HashMap<TopicPartition, Long>();
        for (var source : sources) {
            try (var log = new Log(kafka, source.topic())) {
                log.requireBeginning();
                ends.putAll(log.ends());
            }
        }
        long total = ends.values().stream().mapToLong(Long::longValue).sum();
        long[] done = {0};
        progress.read(0, total);
        for (var source : sources) {
            try (var log = new Log(kafka, source.topic())) {
                log.read(Map.of(), ends, records -> {
                    inTransaction((sql, schemas) -> {
                        schemas.use(side);
                        return take(source, sql, records, new Fold(sql)::add);
                    });
                    done[0] += records.size();
                    progress.read(done[0], total);
                });
            }
        }
        return ends;
    }

    private void score(String side) {
        inTransaction((sql, schemas) -> {
            schemas.use(side);
            sql.script("analyze fact");
            new Fold(sql).scoreEverything();
            return true;
        });
    }

    /** One transaction in which no live batch is under way. */
    private Report finish(String side, boolean dryRun, Progress progress) {
        return inTransaction((sql, schemas) -> {
            lockFolding(sql);
            var live = cursors(sql);
            schemas.use(side);
            catchUp(sql, live);
            progress.read(total(live), total(live));
            var differences = Difference.between(sql, side);
            int units =
                    sql.list("select count(*) from score", row -> row.getInt(1)).getFirst();
            if (!dryRun) {
                schemas.swap(side);
            }
            LOG.infof("rebuilt %d scores, %d differ%s", units, differences.size(), dryRun ? ", dry run" : "");
            return new Report(units, differences);
        });
    }

    /** Reads on to where live folding is, so that a swap loses nothing. */
    private void catchUp(Sql sql, Map<TopicPartition, Long> live) {
        for (var source : sources) {
            try (var log = new Log(kafka, source.topic())) {
                log.read(cursors(sql), live, records -> take(source, sql, records, new Fold(sql)::foldSilently));
            }
        }
    }

    private <F extends Fact> boolean take(
            Source<F> source, Sql sql, List<ConsumerRecord<String, byte[]>> records, Consumer<List<Recorded>> sink) {
        return sql.within(connection -> {
            folding.within(connection, new SideReading<>(source.reader(), source.codec(), sink), records);
            return true;
        });
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

    private <T> T inTransaction(BiFunction<Sql, Schemas, T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) settings.step().toSeconds())
                .call(() -> {
                    try (Connection connection = database.getConnection()) {
                        var sql = new Sql(connection);
                        return work.apply(sql, new Schemas(sql));
                    } catch (SQLException e) {
                        throw new IllegalStateException("rebuild lost its database", e);
                    }
                });
    }
}
