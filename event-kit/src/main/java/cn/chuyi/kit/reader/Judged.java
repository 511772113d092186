package cn.chuyi.kit.reader;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.reader.Opening.Begun;
import cn.chuyi.kit.reader.Verdict.Cause;
import cn.chuyi.kit.reader.Verdict.Fold;
import cn.chuyi.kit.reader.Verdict.Park;
import cn.chuyi.kit.reader.Verdict.Skip;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A batch and what becomes of it.
 *
 * @param repeated how many of its records the cursor had passed
 * @param verdicts in the order in which they are carried out
 */
record Judged<E>(Records records, Begun<E> begun, int repeated, List<Verdict<E>> verdicts) {

    /** @param verdict when given, the batch's only record is parked for that reason */
    static <E> Judged<E> of(Records records, Begun<E> begun, @Nullable String verdict) {
        var fresh = records.fresh(begun.before());
        var verdicts = new ArrayList<Verdict<E>>();
        for (var record : fresh) {
            verdicts.addAll(verdict == null ? begun.intake().take(record) : List.of(unfoldable(record, verdict)));
        }
        return new Judged<>(records, begun, records.concerned().size() - fresh.size(), verdicts);
    }

    /** On what is remembered; absent where that does not suffice. */
    static <E> @Nullable Judged<E> remembered(Records records, Recollection recollection, EventCodec<E> codec) {
        var begun = recollection.begin(records, codec);
        var judged = begun == null ? null : of(records, begun, null);
        return judged == null || judged.putsAside() ? null : judged;
    }

    /** Whether anything is parked, or freed: what was remembered says nothing of that. */
    private boolean putsAside() {
        return !verdicts.stream().allMatch(verdict -> verdict instanceof Fold || verdict instanceof Skip);
    }

    private static <E> Verdict<E> unfoldable(ConsumerRecord<String, byte[]> record, String reason) {
        return new Park<>(
                record,
                Cause.UNREADABLE,
                reason,
                Headers.stream(record),
                Headers.number(record, "ce_sequence"),
                Headers.text(record, "ce_type"));
    }
}
