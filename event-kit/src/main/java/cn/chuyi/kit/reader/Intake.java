package cn.chuyi.kit.reader;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Envelope;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.event.UnreadableEventException;
import cn.chuyi.kit.reader.Verdict.Cause;
import cn.chuyi.kit.reader.Verdict.Fold;
import cn.chuyi.kit.reader.Verdict.Park;
import cn.chuyi.kit.reader.Verdict.Reason;
import cn.chuyi.kit.reader.Verdict.Release;
import cn.chuyi.kit.reader.Verdict.Skip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decides record by record what is folded, passed over or put aside. Pure but for its own memory of the streams: the
 * live reader fills that memory from its tables, a rebuild starts with none.
 *
 * <p>Whatever the order of partitions and batches, and however often a record comes, each stream's facts are folded
 * once and in their order.
 */
public final class Intake<E> {
    private final EventCodec<E> codec;
    private final Predicate<Position> discarded;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, List<Waiting>> waiting = new HashMap<>();

    /** @param discarded whether an operator has discarded the record at a position */
    public Intake(EventCodec<E> codec, Predicate<Position> discarded) {
        this.codec = codec;
        this.discarded = discarded;
    }

    private record Waiting(ConsumerRecord<String, byte[]> record, Cause cause, long version) {}

    /** Last version folded of a stream; 0 before the first. */
    public long seen(String stream) {
        return seen.getOrDefault(stream, 0L);
    }

    /** All streams met or remembered, with the last version folded. */
    public Map<String, Long> seen() {
        return Map.copyOf(seen);
    }

    /** Remembers a stream from before. */
    public void remember(String stream, long version) {
        seen.put(stream, version);
    }

    /** Remembers a record that was put aside before; in the order in which they were. */
    public void remember(String stream, ConsumerRecord<String, byte[]> record, Cause cause, @Nullable Long version) {
        waiting.computeIfAbsent(stream, _ -> new ArrayList<>())
                .add(new Waiting(record, cause, version == null ? 0 : version));
    }

    /** The verdicts that a record brings about, in order: its own, and those of records that waited for it. */
    public List<Verdict<E>> take(ConsumerRecord<String, byte[]> record) {
        Envelope envelope;
        try {
            envelope = CloudEvents.envelope(record);
        } catch (UnreadableEventException e) {
            String type = CloudEvents.type(record);
            return List.of(
                    type != null && !codec.knows(type) ? new Skip<>(Reason.UNKNOWN_TYPE) : unreadable(record, type, e));
        }
        if (discarded.test(envelope.position())) {
            return List.of(pass(record, envelope.stream()));
        }
        return inSequence(record, envelope);
    }

    /** Tries the records of a stream that wait, from the first on. */
    public List<Verdict<E>> retry(String stream) {
        var verdicts = new ArrayList<Verdict<E>>();
        release(stream, verdicts);
        return verdicts;
    }

    private List<Verdict<E>> inSequence(ConsumerRecord<String, byte[]> record, Envelope envelope) {
        E event = null;
        boolean known = codec.knows(envelope.type());
        if (known) {
            try {
                event = codec.decode(envelope.type(), payload(record));
            } catch (UnreadableEventException e) {
                return List.of(unreadable(record, envelope.type(), e));
            }
        }
        long next = seen(envelope.stream()) + 1;
        if (envelope.version() < next) {
            return List.of(new Skip<>(known ? Reason.SEEN : Reason.UNKNOWN_TYPE));
        }
        if (!waiting.isEmpty() && blocked(envelope.stream())) {
            return List.of(park(record, Cause.BEHIND, "its stream waits for an earlier record", envelope));
        }
        if (envelope.version() > next) {
            return List.of(park(
                    record, Cause.GAP, "version " + envelope.version() + " came where " + next + " is next", envelope));
        }
        var verdict = advance(envelope, event);
        if (!waiting.containsKey(envelope.stream())) {
            return List.of(verdict);
        }
        var verdicts = new ArrayList<Verdict<E>>();
        verdicts.add(verdict);
        release(envelope.stream(), verdicts);
        return verdicts;
    }

    private Verdict<E> advance(Envelope envelope, @Nullable E event) {
        seen.put(envelope.stream(), envelope.version());
        return event == null ? new Skip<>(Reason.UNKNOWN_TYPE) : new Fold<>(new Received<>(envelope, event));
    }

    /** A stream whose waiting records all wait for a missing version takes that version; any other waits. */
    private boolean blocked(String stream) {
        return waiting.getOrDefault(stream, List.of()).stream().anyMatch(one -> one.cause() == Cause.UNREADABLE);
    }

    private void release(String stream, List<Verdict<E>> verdicts) {
        var queue = waiting.remove(stream);
        if (queue == null) {
            return;
        }
        queue.sort(Comparator.comparingLong(Waiting::version)
                .thenComparing(one -> one.record().offset()));
        for (int i = 0; i < queue.size(); i++) {
            var again = inSequenceOrNothing(queue.get(i).record(), stream);
            if (again == null) {
                waiting.put(stream, new ArrayList<>(queue.subList(i, queue.size())));
                return;
            }
            verdicts.add(new Release<>(CloudEvents.position(queue.get(i).record())));
            verdicts.add(again);
        }
    }

    /** The verdict of a record that waited, or nothing when it must go on waiting. */
    private @Nullable Verdict<E> inSequenceOrNothing(ConsumerRecord<String, byte[]> record, String stream) {
        try {
            Envelope envelope = CloudEvents.envelope(record);
            if (discarded.test(envelope.position())) {
                return pass(record, stream);
            }
            E event = codec.knows(envelope.type()) ? codec.decode(envelope.type(), payload(record)) : null;
            if (envelope.version() <= seen(stream)) {
                return new Skip<>(Reason.SEEN);
            }
            return envelope.version() == seen(stream) + 1 ? advance(envelope, event) : null;
        } catch (UnreadableEventException e) {
            return discarded.test(CloudEvents.position(record)) ? pass(record, stream) : null;
        }
    }

    private Verdict<E> unreadable(
            ConsumerRecord<String, byte[]> record, @Nullable String type, UnreadableEventException e) {
        String subject = Headers.text(record, "ce_subject");
        String stream = subject == null ? record.key() : subject;
        if (discarded.test(CloudEvents.position(record))) {
            return pass(record, stream);
        }
        Long version = Headers.number(record, "ce_sequence");
        return hold(record, Cause.UNREADABLE, String.valueOf(e.getMessage()), stream, version, type);
    }

    /** Passes over a discarded record; its version counts as folded where it is the next. */
    private Verdict<E> pass(ConsumerRecord<String, byte[]> record, @Nullable String stream) {
        Long version = Headers.number(record, "ce_sequence");
        if (stream != null && version != null && version == seen(stream) + 1) {
            seen.put(stream, version);
        }
        return new Skip<>(Reason.DISCARDED);
    }

    private Verdict<E> park(ConsumerRecord<String, byte[]> record, Cause cause, String reason, Envelope envelope) {
        return hold(record, cause, reason, envelope.stream(), envelope.version(), envelope.type());
    }

    private Verdict<E> hold(
            ConsumerRecord<String, byte[]> record,
            Cause cause,
            String reason,
            @Nullable String stream,
            @Nullable Long version,
            @Nullable String type) {
        if (stream != null) {
            remember(stream, record, cause, version);
        }
        return new Park<>(record, cause, reason, stream, version, type);
    }

    private static byte[] payload(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new UnreadableEventException("the record has no value", null);
        }
        return record.value();
    }
}
