package cn.chuyi.reporting.rebuild.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Whoever watches a rebuild sees every step once, in order, and is not drowned in between. */
class CourseTest {
    private static final Instant START = Instant.parse("2026-03-01T19:10:00Z");
    private static final Estimate LAST_TIME = new Estimate(Duration.ofSeconds(4), 500);

    private final List<Mark> marks = new ArrayList<>();
    private List<Mark> steps = List.of();
    private Instant now = START;

    private Course course(Estimate estimate) {
        return new Course("test", () -> now, estimate, (mark, begun) -> {
            marks.add(mark);
            steps = begun;
        });
    }

    private void wait(Duration time) {
        now = now.plus(time);
    }

    @Test
    void between_steps_there_is_a_mark_each_half_second_and_no_more() {
        var course = course(Estimate.NONE);
        for (int i = 0; i <= 20; i++) {
            course.at(Phase.READING, new Count(i, 1000, i, 0));
            wait(Duration.ofMillis(100));
        }
        assertThat(marks).extracting(Mark::elapsedMillis).containsExactly(0L, 500L, 1000L, 1500L, 2000L);
        assertThat(marks).extracting(Mark::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(steps).extracting(Mark::phase).containsExactly(Phase.READING);
    }

    @Test
    void a_step_is_marked_at_once_and_one_that_nobody_saw_too() {
        var course = course(Estimate.NONE);
        course.at(Phase.READING, new Count(0, 10, 0, 0));
        wait(Duration.ofMillis(1));
        course.at(Phase.INDEXING, new Count(10, 10, 9, 3));
        wait(Duration.ofMillis(1));
        course.at(Phase.COMPARING, new Count(10, 10, 9, 3));
        assertThat(steps)
                .extracting(Mark::phase)
                .containsExactly(
                        Phase.READING,
                        Phase.DERIVING,
                        Phase.COPYING,
                        Phase.INDEXING,
                        Phase.CATCHING_UP,
                        Phase.COMPARING);
        assertThat(steps).extracting(Mark::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(marks.getLast()).isEqualTo(steps.getLast());
        assertThat(marks.getLast().facts()).isEqualTo(9);
        assertThat(marks.getLast().units()).isEqualTo(3);
    }

    @Test
    void an_earlier_step_does_not_come_back() {
        var course = course(Estimate.NONE);
        course.at(Phase.INDEXING, Count.NOTHING);
        wait(Duration.ofSeconds(1));
        course.at(Phase.READING, Count.NOTHING);
        assertThat(marks.getLast().phase()).isEqualTo(Phase.INDEXING);
        assertThat(steps).hasSize(4);
    }

    @Test
    void what_is_left_is_reading_at_the_pace_so_far_and_the_steps_after_it_as_last_time() {
        var course = course(LAST_TIME);
        course.at(Phase.READING, new Count(0, 1000, 0, 0));
        wait(Duration.ofSeconds(2));
        course.at(Phase.READING, new Count(250, 1000, 0, 0));
        wait(Duration.ofSeconds(6));
        course.at(Phase.DERIVING, new Count(1000, 1000, 0, 0));
        wait(Duration.ofSeconds(3));
        course.at(Phase.DERIVING, new Count(1000, 1000, 0, 0));
        wait(Duration.ofSeconds(30));
        course.at(Phase.DERIVING, new Count(1000, 1000, 0, 0));
        assertThat(marks).extracting(Mark::remainingMillis).containsExactly(null, 6_000L + 8_000L, 8_000L, 5_000L, 0L);
    }

    @Test
    void without_a_last_time_only_reading_can_be_told() {
        var course = course(Estimate.NONE);
        wait(Duration.ofSeconds(2));
        course.at(Phase.READING, new Count(250, 1000, 0, 0));
        course.at(Phase.DERIVING, new Count(1000, 1000, 0, 0));
        assertThat(marks).extracting(Mark::remainingMillis).containsExactly(6_000L, null);
    }

    @Test
    void who_is_told_can_stop_it() {
        var course = new Course("test", () -> now, Estimate.NONE, (_, _) -> {
            throw new CancellationException("stop");
        });
        assertThatThrownBy(() -> course.at(Phase.READING, Count.NOTHING)).isInstanceOf(CancellationException.class);
    }
}
