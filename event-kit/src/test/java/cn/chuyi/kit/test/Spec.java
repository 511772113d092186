package cn.chuyi.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Decision.Accepted;
import cn.chuyi.kit.decision.Decision.Refused;
import cn.chuyi.kit.decision.Rule;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Given facts, when a command, then facts or a refusal.
 *
 * <p>{@code new Spec<>(Thing.INITIAL, Thing::evolve, Thing::decide).given(a, b).when(command).then(c)}
 */
public final class Spec<S, E, C> {
    private final S initial;
    private final BiFunction<S, E, S> evolve;
    private final BiFunction<S, C, Decision<E>> decide;

    public Spec(S initial, BiFunction<S, E, S> evolve, BiFunction<S, C, Decision<E>> decide) {
        this.initial = initial;
        this.evolve = evolve;
        this.decide = decide;
    }

    @SafeVarargs
    public final Given given(E... history) {
        S state = initial;
        for (E event : history) {
            state = evolve.apply(state, event);
        }
        return new Given(state);
    }

    /** A state that facts led to. */
    public final class Given {
        private final S state;

        private Given(S state) {
            this.state = state;
        }

        public Then when(C command) {
            return new Then(decide.apply(state, command));
        }
    }

    /** What was decided. */
    public final class Then {
        private final Decision<E> decision;

        private Then(Decision<E> decision) {
            this.decision = decision;
        }

        @SafeVarargs
        public final void then(E... expected) {
            assertThat(decision).isEqualTo(new Accepted<>(List.of(expected)));
        }

        public void thenNothing() {
            assertThat(decision).isEqualTo(new Accepted<E>(List.of()));
        }

        public void refused(Rule rule) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(
                                            ((Refused<?>) refused).refusal().rule())
                                    .isEqualTo(rule));
        }
    }
}
