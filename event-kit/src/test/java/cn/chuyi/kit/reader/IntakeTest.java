package cn.chuyi.kit.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Verdict.Cause;
import cn.chuyi.kit.reader.Verdict.Fold;
import cn.chuyi.kit.reader.Verdict.Park;
import cn.chuyi.kit.reader.Verdict.Skip;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {
    private static final String TYPE = "t.said.v1";
    private static final JsonEventCodec<Said> CODEC =
            JsonEventCodec.of(Said.class, "t.").add("said.v1", Said.class).build();

    record Said(String word) {}

    private final Set<Position> discarded = new HashSet<>();
    private final Intake<Said> intake = new Intake<>(CODEC, discarded::contains);
    private long offset;

    @Test
    void a_record_of_an_unknown_type_is_passed_over_and_its_version_counts() {
        assertThat(intake.take(record("a", 1, "t.other.v1", "{}")))
                .containsExactly(new Skip<>(Verdict.Reason.UNKNOWN_TYPE));
        assertThat(folded(intake.take(record("a", 2, TYPE, "{\"word\":\"x\"}"))))
                .containsExactly("x");
    }

    @Test
    void a_field_that_the_type_demands_and_the_record_lacks_parks_the_stream_and_no_other() {
        assertThat(causes(intake.take(record("a", 1, TYPE, "{\"wrod\":\"x\"}"))))
                .containsExactly(Cause.UNREADABLE);
        assertThat(causes(intake.take(record("a", 2, TYPE, "{\"word\":\"y\"}"))))
                .containsExactly(Cause.BEHIND);
        assertThat(folded(intake.take(record("b", 1, TYPE, "{\"word\":\"z\"}"))))
                .containsExactly("z");
    }

    @Test
    void a_stream_with_a_name_that_no_database_keeps_is_parked_and_no_other() {
        assertThat(causes(intake.take(record("a\0", 1, TYPE, "{\"word\":\"x\"}"))))
                .containsExactly(Cause.UNREADABLE);
        assertThat(folded(intake.take(record("a", 1, TYPE, "{\"word\":\"y\"}"))))
                .containsExactly("y");
    }

    @Test
    void an_unreadable_repeat_is_parked_too_for_it_may_not_be_a_repeat() {
        intake.take(record("a", 1, TYPE, "{\"word\":\"x\"}"));
        assertThat(causes(intake.take(record("a", 1, TYPE, "not json")))).containsExactly(Cause.UNREADABLE);
    }

    @Test
    void a_record_without_any_header_is_parked_under_its_key() {
        var bare = new ConsumerRecord<>("t", 0, offset++, "a", "junk".getBytes(StandardCharsets.UTF_8));
        assertThat(intake.take(bare))
                .singleElement()
                .isInstanceOfSatisfying(
                        Park.class, park -> assertThat(park.stream()).isEqualTo("a"));
        assertThat(causes(intake.take(record("a", 1, TYPE, "{\"word\":\"x\"}"))))
                .containsExactly(Cause.BEHIND);
    }

    @Test
    void what_is_counted_without_a_verdict_is_folded_for_the_verdicts_after_it() {
        var passed = intake.passed("a");
        assertThat(intake.seen()).as("a stream of no fact yet").isEmpty();
        assertThat(passed.isNext(1)).isTrue();
        passed.pass();
        assertThat(intake.take(record("a", 1, TYPE, "{\"word\":\"x\"}")))
                .containsExactly(new Skip<>(Verdict.Reason.SEEN));
        assertThat(folded(intake.take(record("a", 2, TYPE, "{\"word\":\"y\"}"))))
                .containsExactly("y");
        assertThat(passed.has(2)).isTrue();
        assertThat(passed.isNext(3)).isTrue();
        assertThat(intake.nothingWaits()).isTrue();

        intake.take(record("a", 4, TYPE, "{\"word\":\"z\"}"));
        assertThat(intake.nothingWaits()).isFalse();
        assertThat(intake.seen()).containsExactly(Map.entry("a", 2L));
    }

    @Test
    void a_discarded_record_no_longer_holds_up_its_stream() {
        var broken = record("a", 1, TYPE, "not json");
        intake.take(broken);
        intake.take(record("a", 2, TYPE, "{\"word\":\"y\"}"));
        assertThat(folded(intake.retry("a"))).isEmpty();
        discarded.add(new Position("t", 0, broken.offset()));
        assertThat(folded(intake.retry("a"))).containsExactly("y");
    }

    @Test
    void a_discarded_record_is_passed_over_when_all_is_read_again() {
        var broken = record("a", 1, TYPE, "not json");
        discarded.add(new Position("t", 0, broken.offset()));
        assertThat(intake.take(broken)).containsExactly(new Skip<>(Verdict.Reason.DISCARDED));
        assertThat(folded(intake.take(record("a", 2, TYPE, "{\"word\":\"y\"}"))))
                .containsExactly("y");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_comes_twice_or_too_early_each_stream_is_folded_once_and_in_its_order(long seed) {
        var random = new Random(seed);
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (String stream : List.of("a", "b", "c")) {
            for (int version = 1; version <= 8; version++) {
                for (int copy = 0; copy <= random.nextInt(3); copy++) {
                    records.add(record(stream, version, TYPE, "{\"word\":\"" + stream + version + "\"}"));
                }
            }
        }
        Collections.shuffle(records, random);
        var folded = new TreeMap<String, List<Long>>();
        for (var record : records) {
            for (var verdict : intake.take(record)) {
                if (verdict instanceof Fold<Said>(var fact)) {
                    folded.computeIfAbsent(fact.envelope().stream(), _ -> new ArrayList<>())
                            .add(fact.envelope().version());
                }
            }
        }
        var all = LongStream.rangeClosed(1, 8).boxed().toList();
        assertThat(folded).isEqualTo(Map.of("a", all, "b", all, "c", all));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static List<String> folded(List<Verdict<Said>> verdicts) {
        return verdicts.stream()
                .filter(Fold.class::isInstance)
                .map(one -> ((Fold<Said>) one).fact().event().word())
                .toList();
    }

    private static List<Cause> causes(List<Verdict<Said>> verdicts) {
        return verdicts.stream().map(one -> ((Park<Said>) one).cause()).toList();
    }

    private ConsumerRecord<String, byte[]> record(String stream, long version, String type, @Nullable String json) {
        return Sayings.record(new TopicPartition("t", 0), offset++, stream, version, type, json);
    }
}
