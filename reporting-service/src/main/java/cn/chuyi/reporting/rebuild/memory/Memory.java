package cn.chuyi.reporting.rebuild.memory;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of the streams of a topic.
 *
 * @param <S> what is kept of one stream, changed in place
 */
@FunctionalInterface
public interface Memory<S> {

    /**
     * Takes in one more fact: once, each stream's in its order, and by one thread at a time.
     *
     * @param state what this has answered to the fact before; absent at first
     * @return absent when nothing is kept of the stream yet
     */
    @Nullable
    S take(@Nullable S state, Heard heard);
}
