package cn.chuyi.kit.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.reader.Cursors.At;
import cn.chuyi.kit.reader.Opening.Begun;
import cn.chuyi.kit.reader.Sayings.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecollectionTest {
    private static final TopicPartition FIRST = new TopicPartition("t", 0);

    private final Recollection recollection = new Recollection(Sayings.READER);
    private At at = new At(0, UUID.randomUUID());

    @Test
    void nothing_is_remembered_before_the_first_batch() {
        assertThat(remembered(said(0, "a", 1))).isNull();
    }

    @Test
    void what_comes_next_in_a_stream_is_judged_on_what_the_batch_before_has_left() {
        folded(said(0, "a", 1));
        var judged = Objects.requireNonNull(remembered(said(1, "a", 2), said(2, "a", 3)));
        assertThat(judged.verdicts()).hasSize(2).allMatch(Verdict.Fold.class::isInstance);
        assertThat(judged.begun().before()).containsExactly(Map.entry(FIRST, at));
        assertThat(judged.begun().intake().seen()).containsExactly(Map.entry("a", 3L));
    }

    @Test
    void a_stream_or_a_partition_that_was_not_met_is_looked_up() {
        folded(said(0, "a", 1));
        assertThat(remembered(said(1, "a", 2), said(2, "b", 1))).isNull();
        assertThat(remembered(Sayings.record(new TopicPartition("t", 1), 0, "a", 2, Sayings.said("x"))))
                .isNull();
    }

    @Test
    void a_record_that_was_read_before_is_looked_up_for_it_may_have_been_given_up() {
        folded(said(0, "a", 1), said(1, "a", 2));
        assertThat(remembered(said(1, "a", 2), said(2, "a", 3))).isNull();
    }

    @Test
    void what_is_to_be_parked_is_looked_up_and_its_stream_not_remembered_while_it_waits() {
        folded(said(0, "a", 1), said(1, "b", 1));
        assertThat(remembered(said(2, "a", 3))).as("a gap").isNull();
        assertThat(remembered(Sayings.record(FIRST, 2, "a", 2, "not json"))).isNull();

        folded(Sayings.record(FIRST, 2, "a", 2, "not json"));
        assertThat(remembered(said(3, "a", 3))).isNull();
        assertThat(remembered(said(3, "b", 2))).isNotNull();
    }

    @Test
    void what_somebody_else_may_have_changed_is_no_longer_remembered() {
        folded(said(0, "a", 1), said(1, "b", 1));
        at = new At(at.next(), UUID.randomUUID());
        folded(said(2, "a", 2));
        assertThat(remembered(said(3, "b", 2))).isNull();
        assertThat(remembered(said(3, "a", 3))).isNotNull();
    }

    @Test
    void the_streams_met_last_are_remembered_and_no_more_than_a_thousand() {
        long offset = 0;
        for (int stream = 0; stream < 1001; stream++) {
            folded(said(offset++, "s" + stream, 1));
        }
        assertThat(remembered(said(offset, "s0", 2))).isNull();
        assertThat(remembered(said(offset, "s1", 2))).isNotNull();
        assertThat(remembered(said(offset, "s1000", 2))).isNotNull();
    }

    private static ConsumerRecord<String, byte[]> said(long offset, String stream, long version) {
        return Sayings.record(FIRST, offset, stream, version, Sayings.said(stream + version));
    }

    @SafeVarargs
    private @Nullable Judged<Said> remembered(ConsumerRecord<String, byte[]>... batch) {
        return Judged.remembered(records(batch), recollection, Sayings.CODEC);
    }

    /** Folded the long way: what is known of the streams is looked up, and comes from before. */
    @SafeVarargs
    private void folded(ConsumerRecord<String, byte[]>... batch) {
        var records = records(batch);
        var intake = new Intake<>(Sayings.CODEC, _ -> false);
        for (var record : batch) {
            long version = Long.parseLong(String.valueOf(Headers.text(record, "ce_sequence")));
            if (intake.seen(record.key()) == 0) {
                intake.remember(record.key(), version - 1);
            }
        }
        var judged = Judged.of(records, new Begun<>(Map.of(FIRST, at), intake), null);
        var mark = UUID.randomUUID();
        recollection.keep(records, judged.begun(), mark);
        at = new At(batch[batch.length - 1].offset() + 1, mark);
    }

    @SafeVarargs
    private static Records records(ConsumerRecord<String, byte[]>... batch) {
        return new Records(List.copyOf(Arrays.asList(batch)), List.copyOf(Arrays.asList(batch)));
    }
}
