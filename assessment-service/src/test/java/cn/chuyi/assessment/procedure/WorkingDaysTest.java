package cn.chuyi.assessment.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays DAYS = ProcedureFile.workingDays();

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, 45, D, 2026-05-15",
        "2026-04-30, 5, WD, 2026-05-11", // labour day until the 5th, and Saturday the 9th is worked
        "2025-09-30, 1, WD, 2025-10-09", // the long holiday, Saturday the 11th worked
        "2026-06-16, 3, D, 2026-06-22", // the dragon boat festival moves the last day to Monday
        "2026-01-31, 1, MONTH, 2026-02-28", // a Saturday that is worked
    })
    void a_limit_ends_on_a_working_day(LocalDate anchor, int amount, Span unit, LocalDate last) {
        assertThat(DAYS.after(anchor, amount, unit).on()).isEqualTo(last);
    }

    @Test
    void a_limit_beyond_the_loaded_holidays_is_provisional() {
        assertThat(DAYS.after(LocalDate.of(2026, 12, 1), 5, Span.WD).provisional())
                .isFalse();
        assertThat(DAYS.after(LocalDate.of(2026, 12, 28), 5, Span.WD).provisional())
                .isTrue();
    }

    @Test
    void a_window_is_over_on_the_day_after_its_last_unless_the_cycle_set_it_to_nothing() {
        var window = new TimeLimit("publicity-window", 5, Span.WD, "publicity-started");
        var since = Map.of("publicity-started", LocalDate.of(2026, 6, 1));
        var usual = new Timetable(DAYS, Map.of());
        var none = new Timetable(DAYS, Map.of("publicity-window", new Timetable.Amount(0, Span.D)));

        assertThat(usual.isOver(window, since, LocalDate.of(2026, 6, 8))).isFalse();
        assertThat(usual.isOver(window, since, LocalDate.of(2026, 6, 9))).isTrue();
        assertThat(none.isOver(window, since, LocalDate.of(2026, 6, 1))).isTrue();
    }

    @Test
    void a_window_whose_fact_never_happened_does_not_pass() {
        var window = new TimeLimit("review-window", 10, Span.D, "opinion-issued");

        assertThat(new Timetable(DAYS, Map.of()).isOver(window, Map.of(), LocalDate.of(2026, 6, 1)))
                .isFalse();
    }
}
