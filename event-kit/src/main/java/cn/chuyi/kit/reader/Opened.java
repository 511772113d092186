package cn.chuyi.kit.reader;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.Envelope;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.UnreadableEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as far as it can be read without knowing its stream's past: any thread may do that.
 *
 * @param envelope absent when it is broken
 * @param event absent when its type is not known, or it is broken
 * @param flaw why the envelope or the event is broken; absent otherwise
 */
public record Opened<E>(
        ConsumerRecord<String, byte[]> record,
        @Nullable Envelope envelope,
        @Nullable E event,
        @Nullable UnreadableEventException flaw) {

    /** Reads a record; whatever it holds is no failure. */
    public static <E> Opened<E> of(ConsumerRecord<String, byte[]> record, EventCodec<E> codec) {
        Envelope envelope = null;
        try {
            envelope = CloudEvents.envelope(record);
            return new Opened<>(record, envelope, event(record, envelope.type(), codec), null);
        } catch (UnreadableEventException e) {
            return new Opened<>(record, envelope, null, e);
        }
    }

    private static <E> @Nullable E event(ConsumerRecord<String, byte[]> record, String type, EventCodec<E> codec) {
        if (!codec.knows(type)) {
            return null;
        }
        if (record.value() == null) {
            throw new UnreadableEventException("the record has no value", null);
        }
        return codec.decode(type, record.value());
    }

    /** Its stream, also where the envelope is broken; absent when it names none and has no key. */
    public @Nullable String stream() {
        if (envelope != null) {
            return envelope.stream();
        }
        return Headers.stream(record);
    }
}
