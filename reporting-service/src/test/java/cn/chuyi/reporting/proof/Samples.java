package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.journal.Link;
import cn.chuyi.kit.signing.SigningKey;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.DemoLog;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.score.Level;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Packages, keys and events for tests. */
final class Samples {
    static final String PROGRAMME = "PROOF";
    static final String COUNTY = DemoHistory.COUNTY;

    private Samples() {}

    static SigningKey key(int seed) {
        byte[] encoded = Base64.getDecoder().decode("MC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        encoded[20] = (byte) seed;
        return SigningKey.ofPem(Base64.getEncoder().encodeToString(encoded));
    }

    /** A published county's package. */
    static UnitPackage county() {
        return unit(DemoHistory.of(PROGRAMME), COUNTY, 1);
    }

    /** A county's package whose result is provisional. */
    static UnitPackage provisional() {
        return unit(DemoHistory.of(PROGRAMME), DemoHistory.OTHER_COUNTY, 0);
    }

    static UnitPackage unit(History history, String unit, int edition) {
        var events = lines(records(history)).stream()
                .filter(line -> edition == 0 || ofCase(line, unit))
                .toList();
        var level = unit.equals(DemoHistory.CITY) ? Level.CITY : Level.COUNTY;
        var canonical = Reckoning.canonical(Events.facts(events), PROGRAMME, 2025, unit, edition);
        return new UnitPackage(PROGRAMME, 2025, level, unit, edition, null, canonical, "{}\n", events);
    }

    private static boolean ofCase(EventLine line, String unit) {
        var stream = line.key();
        return stream.equals("case-" + PROGRAMME + "-2025-" + unit)
                || stream.equals("cycle-" + PROGRAMME + "-2025")
                || stream.equals("catalogue-" + PROGRAMME + "-2025-COUNTY");
    }

    /** A history as it lies on its topics: one partition each. */
    private static List<ConsumerRecord<String, byte[]>> records(History history) {
        var offsets = new HashMap<String, Long>();
        return history.entries().stream()
                .map(entry -> entry.at(new Position(entry.topic(), 0, offsets.merge(entry.topic(), 1L, Long::sum))))
                .toList();
    }

    /** The demo year's events that scores use, chained in the order in which they were recorded. */
    static List<EventLine> demoYear() {
        var heads = new HashMap<String, Link>();
        var lines = new ArrayList<EventLine>();
        DemoLog.records().stream()
                .sorted(Comparator.comparing(
                        record -> CloudEvents.envelope(record).time()))
                .forEach(record -> {
                    var envelope = CloudEvents.envelope(record);
                    var before = heads.getOrDefault(envelope.source(), Link.origin());
                    record.headers()
                            .remove("ce_previouslink")
                            .add("ce_previouslink", before.text().getBytes(UTF_8));
                    heads.put(envelope.source(), before.next(envelope, new String(record.value(), UTF_8)));
                    if (isUsed(envelope.type())) {
                        lines.add(line(record));
                    }
                });
        return lines;
    }

    static List<Recorded> facts(List<EventLine> lines) {
        return Events.facts(lines.stream().sorted(EventLine.ORDER).toList());
    }

    private static List<EventLine> lines(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> isUsed(String.valueOf(CloudEvents.type(record))))
                .map(Samples::line)
                .sorted(EventLine.ORDER)
                .toList();
    }

    private static boolean isUsed(String type) {
        return Codecs.REGISTRY.knows(type) || Codecs.ASSESSMENT.knows(type);
    }

    private static EventLine line(ConsumerRecord<String, byte[]> record) {
        var headers = new ArrayList<EventLine.Header>();
        record.headers().forEach(header -> headers.add(new EventLine.Header(header.key(), Bytes.of(header.value()))));
        headers.sort(Comparator.comparing(EventLine.Header::name));
        return new EventLine(
                record.topic(), record.partition(), record.offset(), record.key(), headers, Bytes.of(record.value()));
    }
}
