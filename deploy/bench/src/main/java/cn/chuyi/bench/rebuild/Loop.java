package cn.chuyi.bench.rebuild;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.rebuild.log.Log;
import cn.chuyi.reporting.rebuild.log.QuickCodec;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One plain consumer that reads all partitions to their ends, and looks at the records or not. */
final class Loop implements Contender {
    private final Servers.Address place;
    private final Map<String, EventCodec<?>> codecs;
    private long sum;

    /** What is done with each record. */
    enum Decoding {
        /** Its size is added up. */
        NONE,
        /** Envelope and facts as live folding reads them. */
        LIVE,
        /** Envelope and facts as a rebuild reads them. */
        QUICK
    }

    Loop(Servers.Address place, Decoding decoding) {
        this.place = place;
        this.codecs = switch (decoding) {
            case NONE -> Map.of();
            case LIVE -> Map.of(Population.REGISTRY, Codecs.REGISTRY, Population.ASSESSMENT, Codecs.ASSESSMENT);
            case QUICK ->
                Map.of(
                        Population.REGISTRY, new QuickCodec<>(Codecs.REGISTRY),
                        Population.ASSESSMENT, new QuickCodec<>(Codecs.ASSESSMENT));
        };
    }

    @Override
    public long round() {
        long[] read = {0};
        for (var topic : List.of(Population.ASSESSMENT, Population.REGISTRY)) {
            try (var log = new Log(place.kafka(), topic)) {
                log.read(Map.of(), log.ends(), records -> {
                    records.forEach(this::look);
                    read[0] += records.size();
                });
            }
        }
        return read[0];
    }

    private void look(ConsumerRecord<String, byte[]> record) {
        var codec = codecs.get(record.topic());
        if (codec == null) {
            sum += record.value().length;
        } else {
            var envelope = CloudEvents.envelope(record);
            sum += envelope.version();
            if (codec.knows(envelope.type())) {
                sum += codec.decode(envelope.type(), record.value()).hashCode();
            }
        }
    }
}
