package cn.chuyi.bench.rebuild;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.reader.Intake;
import cn.chuyi.kit.reader.Verdict;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fold.Fold;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.log.Log;
import cn.chuyi.reporting.rebuild.table.Transactions;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What the live schema has not folded yet, with live folding's code, one transaction an event: cursor, sequence, fact,
 * states and scores.
 */
final class OneByOne implements Contender {
    private static final String SEEN = """
            insert into stream_seen (reader, stream, version) values (?, ?, ?)
            on conflict (reader, stream) do update set version = excluded.version""";
    private static final String CURSOR =
            "update cursor set next_offset = ? where reader = ? and topic = ? and partition = ?";

    private final Servers.Address place;
    private final Transactions transactions;

    OneByOne(Servers.Address place) {
        this.place = place;
        this.transactions = new Transactions(place.database());
    }

    @Override
    public long round() {
        return read("assessment", Population.ASSESSMENT, Codecs.ASSESSMENT)
                + read("registry", Population.REGISTRY, Codecs.REGISTRY);
    }

    private <F extends Fact> long read(String reader, String topic, EventCodec<F> codec) {
        var from = transactions.call(sql -> {
            var cursors = new HashMap<TopicPartition, Long>();
            sql.each(
                    "select topic, partition, next_offset from cursor where reader = ?",
                    row -> cursors.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)),
                    reader);
            return cursors;
        });
        long[] read = {0};
        try (var log = new Log(place.kafka(), topic)) {
            log.read(from, log.ends(), records -> {
                records.forEach(record -> transactions.call(sql -> fold(sql, reader, codec, record)));
                read[0] += records.size();
            });
        }
        return read[0];
    }

    private static <F extends Fact> boolean fold(
            Sql sql, String reader, EventCodec<F> codec, ConsumerRecord<String, byte[]> record) {
        var intake = new Intake<>(codec, _ -> false);
        sql.each(
                "select version from stream_seen where reader = ? and stream = ?",
                row -> intake.remember(record.key(), row.getLong(1)),
                reader,
                record.key());
        for (var verdict : intake.take(record)) {
            if (verdict instanceof Verdict.Fold<F>(var fact)) {
                new Fold(sql).foldSilently(List.of(Recorded.of(fact)));
            }
        }
        sql.update(SEEN, reader, record.key(), intake.seen(record.key()));
        return sql.update(CURSOR, record.offset() + 1, reader, record.topic(), record.partition()) == 1;
    }
}
