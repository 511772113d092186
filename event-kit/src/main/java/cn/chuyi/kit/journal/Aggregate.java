package cn.chuyi.kit.journal;

import cn.chuyi.kit.event.EventCodec;
import java.util.function.BiFunction;

/**
 * How one kind of stream becomes a state.
 *
 * @param initial the state before the first fact
 * @param evolve pure and total
 */
public record Aggregate<S, E>(S initial, BiFunction<S, E, S> evolve, EventCodec<E> codec) {}
