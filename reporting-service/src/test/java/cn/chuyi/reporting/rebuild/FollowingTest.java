package cn.chuyi.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.reporting.rebuild.Following.Event;
import cn.chuyi.reporting.rebuild.Following.Event.Heartbeat;
import cn.chuyi.reporting.rebuild.Following.Event.Told;
import cn.chuyi.reporting.rebuild.Run.State;
import cn.chuyi.reporting.rebuild.Run.Trigger;
import cn.chuyi.reporting.rebuild.course.Mark;
import cn.chuyi.reporting.rebuild.course.Phase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A reader who comes, who comes back, and who comes too late, each learns what he lacks and nothing twice. */
class FollowingTest {
    private static final Instant START = Instant.parse("2026-03-01T19:10:00Z");
    private static final Mark READING = mark(1, Phase.READING);
    private static final Mark MORE_READ = mark(2, Phase.READING);
    private static final Mark DERIVING = mark(3, Phase.DERIVING);
    private static final Mark COPYING = mark(4, Phase.COPYING);
    private static final Mark COPIED = mark(5, Phase.COPYING);

    private static Mark mark(long seq, Phase phase) {
        return new Mark(seq, phase, START, 0, 0, 0, 0, 0, null);
    }

    private static Run run(State state, @Nullable Mark now, Mark... steps) {
        return new Run(
                "r",
                Trigger.REQUEST,
                true,
                state,
                null,
                START,
                null,
                now,
                List.of(steps),
                0,
                List.of(),
                List.of(),
                null);
    }

    private static Event told(String name, Mark mark) {
        return new Told(mark.seq(), name, mark);
    }

    @Test
    void who_comes_learns_the_state_now_and_then_what_is_new() {
        var following = new Following(null);
        assertThat(following.look(run(State.RUNNING, MORE_READ, READING))).containsExactly(told("progress", MORE_READ));
        assertThat(following.look(run(State.RUNNING, MORE_READ, READING))).isEmpty();
        assertThat(following.look(run(State.RUNNING, COPIED, READING, DERIVING, COPYING)))
                .containsExactly(told("step", DERIVING), told("step", COPYING), told("progress", COPIED));
        assertThat(following.over()).isFalse();
    }

    @Test
    void a_step_that_is_the_state_now_is_told_once() {
        var following = new Following(null);
        following.look(run(State.RUNNING, READING, READING));
        assertThat(following.look(run(State.RUNNING, DERIVING, READING, DERIVING)))
                .containsExactly(told("step", DERIVING));
    }

    @Test
    void who_comes_back_learns_the_steps_that_he_missed() {
        var following = new Following(MORE_READ.seq());
        assertThat(following.look(run(State.RUNNING, COPIED, READING, DERIVING, COPYING)))
                .containsExactly(told("step", DERIVING), told("step", COPYING), told("progress", COPIED));
    }

    @Test
    void the_last_steps_come_before_the_report() {
        var following = new Following(null);
        following.look(run(State.RUNNING, MORE_READ, READING));
        var done = run(State.DONE, COPYING, READING, DERIVING, COPYING);
        assertThat(following.look(done))
                .containsExactly(told("step", DERIVING), told("step", COPYING), new Told(5, "report", done));
        assertThat(following.over()).isTrue();
    }

    @Test
    void who_comes_too_late_gets_the_report_alone() {
        var following = new Following(null);
        var cancelled = run(State.CANCELLED, COPYING, READING, DERIVING, COPYING);
        assertThat(following.look(cancelled)).containsExactly(new Told(5, "report", cancelled));
        assertThat(following.over()).isTrue();
    }

    @Test
    void a_run_from_before_there_were_marks_has_a_report() {
        var old = run(State.FAILED, null);
        assertThat(new Following(null).look(old)).containsExactly(new Told(1, "report", old));
    }

    @Test
    void a_long_silence_has_heartbeats() {
        var following = new Following(null);
        var run = run(State.RUNNING, READING, READING);
        following.look(run);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 29; i++) {
                assertThat(following.look(run)).isEmpty();
            }
            assertThat(following.look(run)).containsExactly(new Heartbeat());
        }
    }
}
