package cn.chuyi.kit.reader;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Received;
import java.util.List;

/**
 * What one reader of a service does with facts. A projection implements it and hands its batches to {@link Folding}.
 *
 * @param <E> the reader's own view of the facts, with just the fields it uses
 */
public interface Reading<E> {

    /** Name of the reader, the key of its cursor; a topic has at most one reader in a service. */
    String reader();

    EventCodec<E> codec();

    /**
     * Whether anything of a stream can ever be folded. Of one that does not concern this reader records are passed over
     * unread, and neither remembered nor missed.
     */
    default boolean concerns(String stream) {
        return true;
    }

    /**
     * Folds facts inside the reader's transaction: each stream's in its order and without a gap, none twice.
     *
     * @param writes go together with what the reader itself writes down, after this
     */
    void apply(List<Received<E>> facts, Writes writes);
}
