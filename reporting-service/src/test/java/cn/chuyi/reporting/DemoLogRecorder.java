package cn.chuyi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Json;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Makes the file of {@link DemoLog} from a suite that runs with its demo year and that nobody has worked with.
 *
 * <p>{@code deploy/suite up --fresh}, and when it has loaded the year, {@code main} with {@code localhost:19092
 * src/test/resources/demo-log.jsonl.gz} in {@code reporting-service}.
 */
final class DemoLogRecorder {
    private static final List<String> TOPICS = List.of(History.ASSESSMENT, History.REGISTRY);

    private DemoLogRecorder() {}

    public static void main(String[] arguments) throws IOException {
        var lines = new ArrayList<DemoLog.Line>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> lines.add(line(record)));
            }
        }
        lines.sort(Comparator.comparing(DemoLog.Line::topic)
                .thenComparing(DemoLog.Line::partition)
                .thenComparing(DemoLog.Line::offset));
        write(lines, Path.of(arguments[1]));
        System.out.println(lines.size() + " records");
    }

    private static void write(List<DemoLog.Line> lines, Path file) throws IOException {
        try (var out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8)) {
            for (var line : lines) {
                out.write(Json.mapper().writeValueAsString(line) + "\n");
            }
        }
    }

    private static DemoLog.Line line(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new DemoLog.Line(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                headers,
                new String(record.value(), UTF_8));
    }
}
