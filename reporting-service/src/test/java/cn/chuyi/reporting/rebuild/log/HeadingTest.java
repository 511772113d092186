package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Envelope;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.BufferSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read off the bytes of headers is what the kit reads; when this fails, a rebuild may see other facts. */
class HeadingTest {
    private static final String STREAM = "project-f1568f0b-0e25-353e-8f0c-aab80f41eeb0";
    private static final String ID = "0198f0a2-0000-7000-8000-000000000001";

    /** A record as Kafka's client has it in memory, and the same as it hands it out. */
    private record Both(@Nullable Bytes key, @Nullable Bytes value, ConsumerRecord<String, byte[]> plain) {}

    static Stream<Compression> compressions() {
        return Stream.of(Compression.NONE, Compression.lz4().build());
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void what_a_relay_writes_is_read_off_its_bytes(Compression compression) {
        var both = both(compression, STREAM, headers());
        var heading = new Heading();
        assertThat(heading.read(both.key(), both.value())).isTrue();
        requireSame(heading, CloudEvents.envelope(both.plain()));
    }

    @Test
    void without_an_actor_there_is_none() {
        var both = both(Compression.NONE, STREAM, without("ce_actor"));
        var heading = new Heading();
        assertThat(heading.read(both.key(), both.value())).isTrue();
        assertThat(heading.actor()).isNull();
    }

    static Stream<Arguments> unusual() {
        return Stream.of(
                arguments("no headers", List.of(), STREAM),
                arguments("another key", headers(), "project-2"),
                arguments("no type", without("ce_type"), STREAM),
                arguments("no id", without("ce_id"), STREAM),
                arguments("a blank source", with("ce_source", " "), STREAM),
                arguments("a null source", with("ce_source", null), STREAM),
                arguments("another version of the form", with("ce_specversion", "1.1"), STREAM),
                arguments("no number", with("ce_sequence", "x"), STREAM),
                arguments("nought", with("ce_sequence", "0"), STREAM),
                arguments("too large a number", with("ce_sequence", "1".repeat(19)), STREAM),
                arguments("a time elsewhere", with("ce_time", "2026-01-05T08:00:00+08:00"), STREAM),
                arguments("no such day", with("ce_time", "2026-02-30T08:00:00Z"), STREAM),
                arguments("no such hour", with("ce_time", "2026-02-03T24:00:00Z"), STREAM),
                arguments("an id that is not ASCII", with("ce_id", "编号"), STREAM),
                arguments("an actor with a control sign", with("ce_actor", "a\u0000b"), STREAM));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusual")
    void what_is_unusual_is_left_to_the_kit(String what, List<Header> headers, String key) {
        var both = both(Compression.NONE, key, headers);
        assertThat(new Heading().read(both.key(), both.value())).as(what).isFalse();
    }

    @Test
    void a_record_whose_headers_lie_elsewhere_is_left_to_the_kit() {
        var key = Bytes.of(STREAM);
        assertThat(new Heading().read(key, Bytes.of("{}"))).isFalse();
        assertThat(new Heading().read(key, null)).isFalse();
        assertThat(new Heading().read(null, key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damaged_headers_are_never_read_as_something_else(long seed) {
        var random = new Random(seed);
        var heading = new Heading();
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            var both = both(i % 2 == 0 ? Compression.NONE : Compression.lz4().build(), STREAM, damaged(random));
            if (heading.read(both.key(), both.value())) {
                read++;
                requireSame(heading, CloudEvents.envelope(both.plain()));
            }
        }
        assertThat(read).isPositive();
    }

    private static void requireSame(Heading heading, Envelope envelope) {
        assertThat(heading.id().text()).isEqualTo(envelope.id());
        assertThat(heading.type().text()).isEqualTo(envelope.type());
        assertThat(heading.time()).isEqualTo(envelope.time());
        assertThat(heading.version()).isEqualTo(envelope.version());
        assertThat(STREAM).isEqualTo(envelope.stream());
        var actor = heading.actor();
        assertThat(actor == null ? null : actor.text()).isEqualTo(envelope.actor());
    }

    private static List<Header> headers() {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", ID),
                header("ce_source", "/registry-service"),
                header("ce_type", "chuyi.registry.project-listed.v1"),
                header("ce_time", "2026-01-05T00:00:00.123456Z"),
                header("ce_subject", STREAM),
                header("ce_sequence", "17"),
                header("ce_actor", "5d0f7e8a-1c0b-4c8e-9d6e-2f3a4b5c6d7e"),
                header("ce_correlationid", ID),
                header("content-type", "application/json"));
    }

    private static Header header(String name, @Nullable String value) {
        return new RecordHeader(name, value == null ? null : value.getBytes(UTF_8));
    }

    private static List<Header> without(String name) {
        return headers().stream().filter(one -> !one.key().equals(name)).toList();
    }

    /** It comes twice then, and the last one counts. */
    private static List<Header> with(String name, @Nullable String value) {
        var headers = new ArrayList<>(headers());
        headers.add(header(name, value));
        return headers;
    }

    /** One thing is wrong with one header: a byte, its length or its name; or it comes again, or not at all. */
    private static List<Header> damaged(Random random) {
        var headers = new ArrayList<>(headers());
        int which = random.nextInt(headers.size());
        var header = headers.get(which);
        var value = header.value().clone();
        switch (random.nextInt(6)) {
            case 0 -> headers.remove(which);
            case 1 -> headers.set(which, header(header.key() + "x", ID));
            case 2 -> headers.add(headers.get(random.nextInt(headers.size())));
            case 3 ->
                headers.set(which, new RecordHeader(header.key(), Arrays.copyOf(value, random.nextInt(value.length))));
            default -> {
                value[random.nextInt(value.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : '0' + random.nextInt(10));
                headers.set(which, new RecordHeader(header.key(), value));
            }
        }
        return headers;
    }

    private static Both both(Compression compression, String key, List<Header> headers) {
        var simple =
                new SimpleRecord(1L, key.getBytes(UTF_8), "{\"a\":1}".getBytes(UTF_8), headers.toArray(Header[]::new));
        var batch = MemoryRecords.withRecords(compression, simple)
                .batches()
                .iterator()
                .next();
        try (var records = batch.streamingIterator(BufferSupplier.create())) {
            var record = records.next();
            return new Both(inPlace(record, record.key()), inPlace(record, record.value()), plain(record));
        }
    }

    private static @Nullable Bytes inPlace(Record record, @Nullable ByteBuffer buffer) {
        try (var reading = new Bytes.InPlace()) {
            return reading.deserialize("t", new RecordHeaders(record.headers()), buffer);
        }
    }

    private static ConsumerRecord<String, byte[]> plain(Record record) {
        return new ConsumerRecord<>(
                "t",
                3,
                7,
                record.timestamp(),
                TimestampType.CREATE_TIME,
                record.keySize(),
                record.valueSize(),
                UTF_8.decode(Objects.requireNonNull(record.key()).duplicate()).toString(),
                bytes(record.value().duplicate()),
                new RecordHeaders(record.headers()),
                Optional.empty());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
