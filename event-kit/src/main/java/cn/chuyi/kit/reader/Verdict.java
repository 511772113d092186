package cn.chuyi.kit.reader;

import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.event.Received;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What becomes of one record. */
public sealed interface Verdict<E> {

    /** Fold it. */
    record Fold<E>(Received<E> fact) implements Verdict<E> {}

    /** Pass over it: a type that the reader does not know, a repeat, or a record that an operator discarded. */
    record Skip<E>(Reason reason) implements Verdict<E> {}

    /**
     * Put it aside, with the later records of its stream.
     *
     * @param stream absent when the record names none: then it holds up nothing
     * @param version absent when unreadable
     */
    record Park<E>(
            ConsumerRecord<String, byte[]> record,
            Cause cause,
            String reason,
            @Nullable String stream,
            @Nullable Long version,
            @Nullable String type)
            implements Verdict<E> {}

    /** A record that was put aside before is no longer; what becomes of it is the next verdict. */
    record Release<E>(Position position) implements Verdict<E> {}

    /** Why a record is passed over. */
    enum Reason {
        UNKNOWN_TYPE,
        SEEN,
        DISCARDED
    }

    /** Why a record is put aside. */
    enum Cause {
        /** Broken JSON, a broken envelope, or a known type that lacks what it must have. */
        UNREADABLE,
        /** Its version is not the next of its stream. */
        GAP,
        /** Its stream waits for an earlier record. */
        BEHIND
    }
}
