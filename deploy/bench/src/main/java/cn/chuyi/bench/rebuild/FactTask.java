package cn.chuyi.bench.rebuild;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.rebuild.table.Side;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Folds the partitions of one task. The store has, by stream, the last version, and by stream and version the fact as it
 * came: what a replay at the end needs.
 */
final class FactTask implements Processor<String, byte[], Void, Void> {
    private static final Map<String, EventCodec<? extends Fact>> CODECS =
            Map.of(Population.ASSESSMENT, Codecs.ASSESSMENT, Population.REGISTRY, Codecs.REGISTRY);

    private final FactSink sink;
    private final Awaited awaited;
    private @Nullable ProcessorContext<Void, Void> context;
    private volatile @Nullable KeyValueStore<String, byte[]> store;

    FactTask(Side side, Awaited awaited) {
        this.sink = new FactSink(side);
        this.awaited = awaited;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        this.store = context.getStateStore(StreamsFold.STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        var at = Objects.requireNonNull(context).recordMetadata().orElseThrow();
        var original = new ConsumerRecord<>(
                at.topic(),
                at.partition(),
                at.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()),
                Optional.empty());
        take(original);
        if (awaited.isLast(at.topic(), at.partition(), at.offset())) {
            sink.flush();
            awaited.reached(at.topic(), at.partition());
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var known = Objects.requireNonNull(store);
        var envelope = CloudEvents.envelope(record);
        var codec = Objects.requireNonNull(CODECS.get(record.topic()));
        var seen = known.get(envelope.stream());
        long next = seen == null ? 1 : ByteBuffer.wrap(seen).getLong() + 1;
        if (envelope.version() != next) {
            return;
        }
        known.put(
                envelope.stream(), ByteBuffer.allocate(Long.BYTES).putLong(next).array());
        if (codec.knows(envelope.type())) {
            var fact = codec.decode(envelope.type(), record.value());
            var recorded = Recorded.of(new Received<>(envelope, fact));
            known.put("%s %08d".formatted(envelope.stream(), next), StoredFact.write(recorded));
            sink.add(recorded);
        }
    }

    /** Before anything is read, tasks may go to another thread, where another of these takes its place. */
    @Override
    public void close() {
        store = null;
    }

    /** All facts of a topic, each stream's in its order; none when another has taken its place. */
    void stored(String topic, Consumer<Recorded> taker) {
        var open = store;
        if (open == null) {
            return;
        }
        try (var all = open.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                if (entry.key.indexOf(' ') > 0) {
                    var fact = StoredFact.read(entry.value);
                    if (fact.position().topic().equals(topic)) {
                        taker.accept(fact);
                    }
                }
            }
        }
    }
}
