package cn.chuyi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The topics of the registry and the assessment as a real run of the suite with its demo year left them: every record
 * with its position, key, headers and value. {@link DemoLogRecorder} makes the file.
 */
public final class DemoLog {
    static final String FILE = "/demo-log.jsonl.gz";

    private static final List<ConsumerRecord<String, byte[]>> RECORDS = read();

    private DemoLog() {}

    /** One line of the file. */
    record Line(String topic, int partition, long offset, String key, Map<String, String> headers, String value) {

        private ConsumerRecord<String, byte[]> record() {
            var record = new ConsumerRecord<>(topic, partition, offset, key, value.getBytes(UTF_8));
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
            return record;
        }
    }

    /** All records, by topic, partition and offset. */
    public static List<ConsumerRecord<String, byte[]>> records() {
        return RECORDS;
    }

    /** The records of one topic, by partition and offset. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return RECORDS.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    private static List<ConsumerRecord<String, byte[]>> read() {
        try (InputStream in = Objects.requireNonNull(DemoLog.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), UTF_8))) {
            return lines.lines().map(DemoLog::line).map(Line::record).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String json) {
        try {
            return Json.mapper().readValue(json, Line.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
