package cn.chuyi.assessment.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProcedureTest {
    private static final Procedure PROCEDURE = ProcedureFile.procedure();

    /** The canonical transitions of the main path, as the law of the suite lists them. */
    private static final List<String> CANONICAL = """
            NOT_STARTED -> SELF_ASSESSING
            SELF_ASSESSING -> SELF_SUBMITTED
            SELF_SUBMITTED -> CITY_REVIEW
            SELF_SUBMITTED -> DOC_REVIEW
            SELF_SUBMITTED -> RETURNED
            RETURNED -> SELF_SUBMITTED
            CITY_REVIEW -> CITY_SCORED
            CITY_REVIEW -> RETURNED
            CITY_SCORED -> DOC_REVIEW
            DOC_REVIEW -> SAMPLED_ONSITE
            DOC_REVIEW -> NO_ONSITE
            SAMPLED_ONSITE -> ONSITE_DONE
            ONSITE_DONE -> PRELIM_SCORED
            NO_ONSITE -> PRELIM_SCORED
            PRELIM_SCORED -> PRELIM_FED_BACK
            PRELIM_FED_BACK -> OPINION_ISSUED
            OPINION_ISSUED -> ACCEPTED
            ACCEPTED -> RESULT_PROPOSED
            RESULT_PROPOSED -> PUBLICITY
            PUBLICITY -> RESULT_FINAL
            PUBLICITY -> RESULT_PROPOSED
            RESULT_FINAL -> PUBLISHED
            """.lines().sorted().toList();

    @Test
    void the_table_holds_the_canonical_transitions_and_no_other() {
        var rows = PROCEDURE.steps().stream()
                .map(step -> step.from() + " -> " + step.to())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).containsExactlyElementsOf(CANONICAL);
    }

    @Test
    void every_state_but_the_last_leads_on_and_every_state_but_the_first_is_reached() {
        var left = EnumSet.noneOf(State.class);
        var reached = EnumSet.noneOf(State.class);
        PROCEDURE.steps().forEach(step -> {
            left.add(step.from());
            reached.add(step.to());
        });

        assertThat(left).isEqualTo(EnumSet.complementOf(EnumSet.of(State.PUBLISHED)));
        assertThat(reached).isEqualTo(EnumSet.complementOf(EnumSet.of(State.NOT_STARTED)));
    }

    @Test
    void a_limit_runs_from_a_fact_of_the_procedure_and_a_window_is_guarded() {
        assertThat(PROCEDURE.limits()).extracting(TimeLimit::anchor).isSubsetOf(PROCEDURE.facts());
        assertThat(PROCEDURE.steps())
                .allSatisfy(step -> assertThat(step.guards().contains(Guard.WINDOW_IS_OVER))
                        .as(step.action())
                        .isEqualTo(step.opens() != null));
    }

    @Test
    void two_rows_that_answer_the_same_question_are_no_procedure() {
        var twice = List.of(PROCEDURE.steps().getFirst(), PROCEDURE.steps().getFirst());

        assertThatThrownBy(() -> new Procedure(twice, List.of())).hasMessageContaining("two rows for NOT_STARTED");
    }

    @Test
    void the_picture_in_the_documentation_is_the_table() throws IOException {
        String committed = Files.readString(Path.of("docs/procedure.md"));

        assertThat(committed).isEqualTo(Picture.of(PROCEDURE));
    }
}
