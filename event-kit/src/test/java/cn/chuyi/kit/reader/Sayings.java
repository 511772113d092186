package cn.chuyi.kit.reader;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A reader without a channel, for tests that hand it batches themselves. Keeps what was said, as often as it was, and whatever
 * it was asked to.
 */
@ApplicationScoped
class Sayings implements Reading<Sayings.Said> {
    static final String READER = "sayings";
    static final String TYPE = "t.said.v1";
    static final String UNSPEAKABLE = "unspeakable";
    static final JsonEventCodec<Said> CODEC =
            JsonEventCodec.of(Said.class, "t.").add("said.v1", Said.class).build();

    private static final String TABLE = """
            create table if not exists saying (stream text not null, version bigint not null,
                word text not null check (word <> 'refused'))""";
    private static final String INSERT = "insert into saying select * from unnest(?::text[], ?::bigint[], ?::text[])";

    final List<String> asked = new CopyOnWriteArrayList<>();

    record Said(String word) {}

    static List<String> tables() {
        return List.of(TABLE, "truncate saying");
    }

    @Override
    public String reader() {
        return READER;
    }

    @Override
    public EventCodec<Said> codec() {
        return CODEC;
    }

    @Override
    public void apply(List<Received<Said>> facts, Writes writes) {
        facts.forEach(fact -> {
            asked.add(fact.event().word());
            if (fact.event().word().equals(UNSPEAKABLE)) {
                throw new IllegalArgumentException("not to be said");
            }
        });
        writes.later(
                INSERT,
                facts.stream()
                        .map(fact -> new @Nullable Object[] {
                            fact.envelope().stream(),
                            fact.envelope().version(),
                            fact.event().word()
                        })
                        .toList());
    }

    /** A record as a relay would send it. */
    static ConsumerRecord<String, byte[]> record(
            TopicPartition at, long offset, String stream, long version, String json) {
        return record(at, offset, stream, version, TYPE, json);
    }

    /** As {@link #record(TopicPartition, long, String, long, String)}, of any type, or without a value. */
    static ConsumerRecord<String, byte[]> record(
            TopicPartition at, long offset, String stream, long version, String type, @Nullable String json) {
        var payload = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        var record = new ConsumerRecord<>(at.topic(), at.partition(), offset, stream, payload);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        stream + version,
                        "ce_source",
                        "/t",
                        "ce_type",
                        type,
                        "ce_time",
                        "2026-01-01T00:00:00Z",
                        "ce_subject",
                        stream,
                        "ce_sequence",
                        Long.toString(version))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    static String said(String word) {
        return "{\"word\":\"" + word + "\"}";
    }
}
