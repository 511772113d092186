package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Envelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
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

    /** A record where it lies, and the same as Kafka's consumer hands it out. */
    private record Both(Entry entry, ConsumerRecord<String, byte[]> plain) {}

    static Stream<Compression> compressions() {
        return Stream.of(Compression.NONE, Compression.lz4().build());
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void what_a_relay_writes_is_read_off_its_bytes(Compression compression) {
        var both = both(compression, STREAM, headers());
        var heading = new Heading();
        assertThat(heading.read(both.entry())).isTrue();
        requireSame(heading, CloudEvents.envelope(both.plain()));
    }

    @Test
    void without_an_actor_there_is_none() {
        var both = both(Compression.NONE, STREAM, without("ce_actor"));
        var heading = new Heading();
        assertThat(heading.read(both.entry())).isTrue();
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
        assertThat(new Heading().read(both.entry())).as(what).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damaged_headers_are_never_read_as_something_else(long seed) {
        var random = new Random(seed);
        var heading = new Heading();
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            var both = both(i % 2 == 0 ? Compression.NONE : Compression.lz4().build(), STREAM, damaged(random));
            if (heading.read(both.entry())) {
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
        var found = new ArrayList<Entry>();
        try (var batches = new Batches()) {
            batches.read(new TopicPartition("t", 3), MemoryRecords.withRecords(compression, simple), 0, 1, found::add);
        }
        return new Both(found.getFirst(), found.getFirst().record());
    }
}
