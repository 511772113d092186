package cn.chuyi.kit.decision;

import java.util.List;

/** What {@code decide(state, command)} answers. */
public sealed interface Decision<E> {

    /**
     * The command holds.
     *
     * @param events new facts, in order; empty when the state already is what the command asks for
     */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is against a rule; nothing happens. */
    record Refused<E>(Refusal refusal) implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> accept(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    static <E> Decision<E> refuse(Rule rule, Object... arguments) {
        return new Refused<>(Refusal.of(rule, arguments));
    }

    static <E> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
