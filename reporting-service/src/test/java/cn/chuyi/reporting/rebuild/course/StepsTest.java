package cn.chuyi.reporting.rebuild.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of steps that go on side by side the first that is not done is the phase, however the threads take turns. */
class StepsTest {
    private final Steps steps = new Steps();

    @Test
    void before_anything_is_planned_it_is_reading() {
        assertThat(steps.first()).isEqualTo(Phase.READING);
    }

    @Test
    void the_first_that_is_not_done_counts_also_when_it_has_not_begun() {
        var indexing = steps.plan(Phase.INDEXING, () -> {});
        var deriving = steps.plan(Phase.DERIVING, () -> {});
        var otherIndexing = steps.plan(Phase.INDEXING, () -> {});
        indexing.run();
        assertThat(steps.first()).isEqualTo(Phase.DERIVING);
        deriving.run();
        assertThat(steps.first()).isEqualTo(Phase.INDEXING);
        otherIndexing.run();
        assertThat(steps.first()).isEqualTo(Phase.INDEXING);
    }

    @Test
    void when_all_are_done_it_is_the_last() {
        var indexing = steps.plan(Phase.INDEXING, () -> {});
        var copying = steps.plan(Phase.COPYING, () -> {});
        indexing.run();
        copying.run();
        assertThat(steps.first()).isEqualTo(Phase.INDEXING);
    }
}
