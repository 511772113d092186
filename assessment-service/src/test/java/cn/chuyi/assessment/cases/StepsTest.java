package cn.chuyi.assessment.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.assessment.cases.CaseCommand.Take;
import cn.chuyi.assessment.cases.CaseEvent.StepTaken;
import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Decision.Accepted;
import cn.chuyi.kit.decision.Decision.Refused;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.decision.Rule;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state against every action, generated from the procedure; then each guard by itself. */
class StepsTest {

    static Stream<Arguments> every_pair() {
        return Stream.of(Level.values())
                .flatMap(level -> Stream.of(State.values())
                        .flatMap(state -> ProcedureFile.procedure().actions().stream()
                                .map(action -> Arguments.of(level, state, action))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("every_pair")
    void an_action_is_possible_where_the_table_has_a_row_and_refused_with_what_is_possible_elsewhere(
            Level level, State state, String action) {
        Setting setting = Situation.ofLevel(level, Situation.ALL);
        Case before = Situation.complete(level, state);
        var row = ProcedureFile.procedure().step(state, action, level);

        Decision<CaseEvent> decision = Decisions.decide(setting, before, new Take(action, "理由", null));

        if (row != null && !row.automatic()) {
            var taken = (StepTaken) accepted(decision);
            assertThat(taken.fact()).isEqualTo(row.fact());
            assertThat(Case.evolve(before, taken).state()).isEqualTo(row.to());
        } else {
            Refusal refusal = refused(decision);
            assertThat(refusal.rule()).isEqualTo(CaseRule.STEP_NOT_FROM_HERE);
            assertThat(refusal.detail().zh()).contains(state.name()).contains(action);
            ProcedureFile.procedure()
                    .from(state, level)
                    .filter(step -> !step.automatic())
                    .forEach(step -> assertThat(refusal.remedy().en()).contains(step.action()));
        }
    }

    @Test
    void a_step_is_refused_to_a_role_that_is_not_in_its_row() {
        check(Situation.setting("county-filler"), State.CITY_SCORED, "start-document-review", CaseRule.NOT_YOUR_TASK);
        check(Situation.setting("province-office"), State.SELF_SUBMITTED, "return", CaseRule.NOT_YOUR_TASK);
        check(Situation.setting("province-office"), State.RESULT_FINAL, "publish-result", CaseRule.NOT_YOUR_TASK);
    }

    @Test
    void nothing_is_submitted_before_every_reported_indicator_has_a_value_or_a_reason() {
        Refusal refusal = refused(Decisions.decide(
                Situation.setting("county-filler"),
                Situation.bare(Level.COUNTY, State.SELF_ASSESSING),
                new Take("submit", null, null)));

        assertThat(refusal.rule()).isEqualTo(CaseRule.INDICATORS_NOT_REPORTED);
        assertThat(refusal.detail().en()).contains("K-A1").doesNotContain("K-C3");
    }

    @Test
    void a_case_goes_back_twice_and_not_a_third_time_and_never_without_a_reason() {
        var twice = new Case(
                Situation.opened(Level.COUNTY),
                new Progress(State.SELF_SUBMITTED, 2, Map.of(), null),
                Values.NONE,
                Map.of(),
                0,
                Map.of());
        Setting office = Situation.setting("city-office");

        assertThat(rule(Decisions.decide(office, twice, new Take("return", "理由", null))))
                .isEqualTo(CaseRule.TOO_MANY_RETURNS);
        assertThat(rule(Decisions.decide(
                        office, Situation.bare(Level.COUNTY, State.SELF_SUBMITTED), new Take("return", " ", null))))
                .isEqualTo(CaseRule.REASON_REQUIRED);
    }

    @Test
    void a_case_is_not_scored_while_a_collected_value_is_undecided() {
        Case complete = Situation.complete(Level.COUNTY, State.NO_ONSITE);
        var score = new Take("score-preliminarily", null, null);

        Refusal refusal = refused(Decisions.decide(Situation.collecting("province-office"), complete, score));

        assertThat(refusal.rule()).isEqualTo(CaseRule.INDICATORS_NOT_REVIEWED);
        assertThat(refusal.detail().en()).contains("K-C2, K-C3");
        accepted(Decisions.decide(Situation.setting("province-office"), complete, score));
    }

    @Test
    void a_review_is_not_completed_while_a_report_is_undecided() {
        var bare = Situation.bare(Level.COUNTY, State.CITY_REVIEW);

        assertThat(rule(Decisions.decide(
                        Situation.setting("city-office"), bare, new Take("complete-city-review", null, null))))
                .isEqualTo(CaseRule.REPORTS_NOT_REVIEWED);
    }

    @Test
    void whoever_filled_in_does_not_review_and_whoever_proposed_does_not_approve() {
        check(
                Situation.filledBy("me", "city-office"),
                State.SELF_SUBMITTED,
                "start-city-review",
                CaseRule.FILLER_IS_NOT_REVIEWER);
        check(
                Situation.proposedBy("me", "province-chair"),
                State.RESULT_PROPOSED,
                "open-publicity",
                CaseRule.PROPOSER_IS_NOT_APPROVER);
        check(
                Situation.proposedBy("me", "province-chair"),
                State.RESULT_FINAL,
                "publish-result",
                CaseRule.PROPOSER_IS_NOT_APPROVER);
    }

    @Test
    void a_window_holds_a_step_back_until_the_day_after_its_last() {
        Case delivered = since(State.PRELIM_FED_BACK, "preliminary-opinion-delivered", Situation.TODAY.minusDays(10));
        Case longer = since(State.PRELIM_FED_BACK, "preliminary-opinion-delivered", Situation.TODAY.minusDays(13));
        var issue = new Take("issue-opinion", null, null);

        Refusal refusal = refused(Decisions.decide(Situation.waiting("province-office"), delivered, issue));

        assertThat(refusal.rule()).isEqualTo(CaseRule.WINDOW_NOT_OVER);
        assertThat(refusal.detail().en()).contains("defence-window").contains("2026-06-01");
        accepted(Decisions.decide(Situation.waiting("province-office"), longer, issue));
    }

    @Test
    void a_step_says_until_when_the_next_one_is_due() {
        var submitted = (StepTaken) accepted(Decisions.decide(
                Situation.setting("county-filler"),
                Situation.complete(Level.COUNTY, State.SELF_ASSESSING),
                new Take("submit", null, null)));

        assertThat(submitted.move().effectiveOn()).isEqualTo(Situation.TODAY);
        assertThat(submitted.move().dueOn()).isEqualTo(LocalDate.of(2026, 6, 8));
    }

    @Test
    void only_the_published_result_has_an_edition() {
        var published = (StepTaken) accepted(Decisions.decide(
                Situation.setting("province-chair"),
                Situation.complete(Level.COUNTY, State.RESULT_FINAL),
                new Take("publish-result", null, "湘教督委〔2026〕9号")));

        assertThat(published.move().edition()).isEqualTo(1);
        assertThat(published.move().document()).isEqualTo("湘教督委〔2026〕9号");
    }

    private static void check(Setting setting, State state, String action, Rule rule) {
        Case complete = Situation.complete(Level.COUNTY, state);
        assertThat(rule(Decisions.decide(setting, complete, new Take(action, "理由", null))))
                .isEqualTo(rule);
    }

    private static Case since(State state, String fact, LocalDate day) {
        return new Case(
                Situation.opened(Level.COUNTY),
                new Progress(state, 0, Map.of(fact, day), null),
                Values.NONE,
                Map.of(),
                0,
                Map.of());
    }

    static CaseEvent accepted(Decision<CaseEvent> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<CaseEvent>) decision).events().getFirst();
    }

    static Refusal refused(Decision<CaseEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<CaseEvent>) decision).refusal();
    }

    static @Nullable Rule rule(Decision<CaseEvent> decision) {
        return decision instanceof Refused<CaseEvent>(var refusal) ? refusal.rule() : null;
    }
}
