package cn.chuyi.kit.reader;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Envelope;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.event.Received;
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
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private final Map<String, Passed> seen = new HashMap<>();
    private final Map<String, List<Waiting>> waiting = new HashMap<>();

    /** @param discarded whether an operator has discarded the record at a position */
    public Intake(EventCodec<E> codec, Predicate<Position> discarded) {
        this.codec = codec;
        this.discarded = discarded;
    }

    /**
     * How far a stream is; changed in place, since there are millions of facts and few streams. Who judges record after
     * record of a stream, and has found one to be the {@link #isNext next}, may count it here instead of asking for a
     * verdict, as long as {@link #nothingWaits} and no operator has discarded it.
     */
    public static final class Passed {
        private long version;

        private Passed() {}

        /** Whether a fact of this version was folded before. */
        public boolean has(long version) {
            return version <= this.version;
        }

        public boolean isNext(long version) {
            return version == this.version + 1;
        }

        /** The next version is folded. */
        public void pass() {
            version++;
        }
    }

    private record Waiting(ConsumerRecord<String, byte[]> record, Cause cause, long version) {}

    /** Last version folded of a stream; 0 before the first. */
    public long seen(String stream) {
        var passed = seen.get(stream);
        return passed == null ? 0 : passed.version;
    }

    /** All streams met or remembered, with the last version folded. */
    public Map<String, Long> seen() {
        return seen.entrySet().stream()
                .filter(one -> one.getValue().version > 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> one.getValue().version));
    }

    /** As {@link #seen()}, stream by stream. */
    public void seen(ObjLongConsumer<String> taker) {
        seen.forEach((stream, passed) -> {
            if (passed.version > 0) {
                taker.accept(stream, passed.version);
            }
        });
    }

    /** Whether no record at all is put aside. */
    public boolean nothingWaits() {
        return waiting.isEmpty();
    }

    /** Whether no record of a stream is put aside. */
    boolean nothingWaits(String stream) {
        return !waiting.containsKey(stream);
    }

    /** How far a stream is, for good: it goes on with every verdict. */
    public Passed passed(String stream) {
        return seen.computeIfAbsent(stream, _ -> new Passed());
    }

    /** Remembers a stream from before. */
    public void remember(String stream, long version) {
        passed(stream).version = version;
    }

    /** Remembers a record that was put aside before; in the order in which they were. */
    public void remember(String stream, ConsumerRecord<String, byte[]> record, Cause cause, @Nullable Long version) {
        waiting.computeIfAbsent(stream, _ -> new ArrayList<>())
                .add(new Waiting(record, cause, version == null ? 0 : version));
    }

    /** The verdicts that a record brings about, in order: its own, and those of records that waited for it. */
    public List<Verdict<E>> take(ConsumerRecord<String, byte[]> record) {
        return take(Opened.of(record, codec));
    }

    /** @param opened read with this codec */
    public List<Verdict<E>> take(Opened<E> opened) {
        var record = opened.record();
        var envelope = opened.envelope();
        if (envelope == null) {
            String type = CloudEvents.type(record);
            return List.of(
                    type != null && !codec.knows(type) ? new Skip<>(Reason.UNKNOWN_TYPE) : unreadable(opened, type));
        }
        if (discarded.test(envelope.position())) {
            return List.of(pass(record, envelope.stream()));
        }
        return opened.flaw() == null
                ? inSequence(record, envelope, opened.event())
                : List.of(unreadable(opened, envelope.type()));
    }

    /** Tries the records of a stream that wait, from the first on. */
    public List<Verdict<E>> retry(String stream) {
        var verdicts = new ArrayList<Verdict<E>>();
        release(stream, verdicts);
        return verdicts;
    }

    private List<Verdict<E>> inSequence(ConsumerRecord<String, byte[]> record, Envelope envelope, @Nullable E event) {
        var stream = envelope.stream();
        long next = seen(stream) + 1;
        if (envelope.version() < next) {
            return List.of(new Skip<>(event == null ? Reason.UNKNOWN_TYPE : Reason.SEEN));
        }
        if (!waiting.isEmpty() && blocked(stream)) {
            return List.of(park(record, Cause.BEHIND, "its stream waits for an earlier record", envelope));
        }
        if (envelope.version() > next) {
            return List.of(park(
                    record, Cause.GAP, "version " + envelope.version() + " came where " + next + " is next", envelope));
        }
        remember(stream, next);
        var verdict = verdict(envelope, event);
        if (waiting.isEmpty() || !waiting.containsKey(stream)) {
            return List.of(verdict);
        }
        var verdicts = new ArrayList<Verdict<E>>();
        verdicts.add(verdict);
        release(stream, verdicts);
        return verdicts;
    }

    private static <E> Verdict<E> verdict(Envelope envelope, @Nullable E event) {
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
        var opened = Opened.of(record, codec);
        var envelope = opened.envelope();
        if (discarded.test(CloudEvents.position(record))) {
            return pass(record, stream);
        }
        if (envelope == null || opened.flaw() != null) {
            return null;
        }
        long passed = seen(stream);
        if (envelope.version() == passed + 1) {
            remember(envelope.stream(), envelope.version());
            return verdict(envelope, opened.event());
        }
        return envelope.version() <= passed ? new Skip<>(Reason.SEEN) : null;
    }

    private Verdict<E> unreadable(Opened<E> opened, @Nullable String type) {
        var record = opened.record();
        String stream = opened.stream();
        if (discarded.test(CloudEvents.position(record))) {
            return pass(record, stream);
        }
        Long version = Headers.number(record, "ce_sequence");
        var reason = opened.flaw() == null ? "" : String.valueOf(opened.flaw().getMessage());
        return hold(record, Cause.UNREADABLE, reason, stream, version, type);
    }

    /** Passes over a discarded record; its version counts as folded where it is the next. */
    private Verdict<E> pass(ConsumerRecord<String, byte[]> record, @Nullable String stream) {
        Long version = Headers.number(record, "ce_sequence");
        if (stream != null && version != null && version == seen(stream) + 1) {
            remember(stream, version);
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
}
