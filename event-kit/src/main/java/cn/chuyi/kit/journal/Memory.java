package cn.chuyi.kit.journal;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.kit.event.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The states of the streams that were asked for last, so that a long stream is not decoded anew for every command. It
 * saves work and decides nothing: whoever uses a state reads on from its last fact, and first makes sure that the stream
 * still holds that fact.
 */
@ApplicationScoped
class Memory {
    private static final int STREAMS = 1024;

    private final AfterCommit afterCommit;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<Key, Remembered<?>> states = new LinkedHashMap<>(STREAMS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Remembered<?>> eldest) {
            return size() > STREAMS;
        }
    };

    Memory(AfterCommit afterCommit, TransactionSynchronizationRegistry transaction) {
        this.afterCommit = afterCommit;
        this.transaction = transaction;
    }

    private record Key(String stream, EventCodec<?> codec) {}

    /**
     * A stream at a version.
     *
     * @param last id of the fact of that version; absent at version 0
     */
    record Remembered<S>(S state, long version, @Nullable UUID last) {

        static <S> Remembered<S> nothing(Aggregate<S, ?> aggregate) {
            return new Remembered<>(aggregate.initial(), 0, null);
        }

        /** @param id of the last of the events */
        <E> Remembered<S> after(Aggregate<S, E> aggregate, List<E> events, @Nullable UUID id) {
            S now = state;
            for (E event : events) {
                now = aggregate.evolve().apply(now, event);
            }
            return new Remembered<>(now, version + events.size(), id);
        }
    }

    /** The state that was kept, or the one before the first fact. */
    @SuppressWarnings("unchecked") // a codec stands for one kind of state
    <S> Remembered<S> of(Aggregate<S, ?> aggregate, String stream) {
        synchronized (states) {
            var kept = (Remembered<S>) states.get(new Key(stream, aggregate.codec()));
            return kept == null ? Remembered.nothing(aggregate) : kept;
        }
    }

    /**
     * Keeps a state that may hold facts of the running transaction, once they are there for good; of several of one stream
     * the last.
     */
    void keepAfterCommit(Aggregate<?, ?> aggregate, String stream, Remembered<?> state) {
        ofTransaction().put(new Key(stream, aggregate.codec()), state);
    }

    @SuppressWarnings("unchecked") // put by this method
    private Map<Key, Remembered<?>> ofTransaction() {
        var begun = (Map<Key, Remembered<?>>) transaction.getResource(Memory.class);
        if (begun != null) {
            return begun;
        }
        var last = new HashMap<Key, Remembered<?>>();
        transaction.putResource(Memory.class, last);
        afterCommit.run(() -> last.forEach(this::keep));
        return last;
    }

    private void keep(Key key, Remembered<?> state) {
        synchronized (states) {
            states.put(key, state);
        }
    }
}
