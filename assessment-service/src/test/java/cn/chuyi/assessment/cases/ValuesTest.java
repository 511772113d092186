package cn.chuyi.assessment.cases;

import static cn.chuyi.assessment.cases.StepsTest.refused;
import static cn.chuyi.assessment.cases.StepsTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.assessment.cases.CaseCommand.Confirm;
import cn.chuyi.assessment.cases.CaseCommand.Dispute;
import cn.chuyi.assessment.cases.CaseCommand.Exemption;
import cn.chuyi.assessment.cases.CaseCommand.Report;
import cn.chuyi.assessment.cases.CaseCommand.Review;
import cn.chuyi.assessment.cases.CaseCommand.Value;
import cn.chuyi.assessment.cases.CaseCommand.Verification;
import cn.chuyi.assessment.cases.CaseCommand.Withdraw;
import cn.chuyi.assessment.cases.CaseEvent.CollectedFrom;
import cn.chuyi.assessment.cases.CaseEvent.FindingConfirmed;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorExempted;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorReported;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorVerified;
import cn.chuyi.assessment.cases.CaseEvent.Origin;
import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Decision.Accepted;
import cn.chuyi.kit.test.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the unit states and what the review makes of it. */
class ValuesTest {
    private static final Case FILLING = Situation.bare(Level.COUNTY, State.SELF_ASSESSING);
    private static final Setting FILLER = Situation.setting("county-filler");

    @ParameterizedTest
    @CsvSource({
        "K-A1, E, VALUE_INVALID", // an unknown letter
        "K-A1, a, VALUE_INVALID",
        "K-G1, many, VALUE_INVALID", // a text for a number
        "K-G1, 1e3, VALUE_INVALID",
        "K-G1, 030, VALUE_INVALID",
        "K-G1, +3, VALUE_INVALID",
        "K-G1, -1, VALUE_INVALID",
        "K-G1, '3,5', VALUE_INVALID",
        "K-G1, 100.1, VALUE_INVALID", // more than all
        "K-G1, 3.1234567, VALUE_INVALID",
        "K-C3, 90, NOT_FOR_REPORTING", // collected, so it can only be disputed
        "K-Z9, 90, INDICATOR_UNKNOWN",
    })
    void a_value_that_is_not_of_the_indicators_form_is_refused_at_its_place(String code, String value, CaseRule rule) {
        var good = new Value("/values/0", "K-A2", "A", List.of());
        var bad = new Value("/values/1", code, value, List.of());

        var refusal = refused(Decisions.decide(FILLER, FILLING, new Report(List.of(good, bad))));

        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(refusal.pointer()).startsWith("/values/1/");
        assertThat(refusal.remedy().zh()).isNotBlank();
    }

    @Test
    void a_value_is_kept_as_it_was_given_and_the_same_again_is_nothing_new() {
        var report = new Report(List.of(new Value("", "K-G1", "30.50", List.of())));
        var expected = new IndicatorReported("CHUYI-2022", 2025, "430181", "K-G1", "30.50", List.of());

        assertThat(events(Decisions.decide(FILLER, FILLING, report))).containsExactly(expected);
        assertThat(events(Decisions.decide(FILLER, Case.evolve(FILLING, expected), report)))
                .isEmpty();
    }

    @Test
    void a_disputed_stage_must_be_one_of_the_catalogue() {
        assertThat(rule(Decisions.decide(FILLER, FILLING, new Dispute("K-C2", "已竣工", "FINISHED"))))
                .isEqualTo(CaseRule.VALUE_INVALID);
        assertThat(events(Decisions.decide(FILLER, FILLING, new Dispute("K-C2", "已竣工", "COMPLETED"))))
                .hasSize(1);
        assertThat(events(Decisions.decide(FILLER, FILLING, new Dispute("K-C2", "未开工", "NOT_STARTED"))))
                .hasSize(1);
    }

    @Test
    void values_are_taken_while_the_unit_fills_in_and_scoring_is_open() {
        var report = new Report(List.of(new Value("", "K-G1", "30", List.of())));
        Case submitted = Situation.bare(Level.COUNTY, State.SELF_SUBMITTED);

        assertThat(rule(Decisions.decide(FILLER, submitted, report))).isEqualTo(CaseRule.WORK_NOT_NOW);
        assertThat(rule(Decisions.decide(Situation.closed(FILLER), FILLING, report)))
                .isEqualTo(CaseRule.SCORING_IS_CLOSED);
        assertThat(rule(Decisions.decide(Situation.setting("province-office"), FILLING, report)))
                .isEqualTo(CaseRule.NOT_YOUR_TASK);
        assertThat(rule(Decisions.decide(FILLER, Case.NONE, report))).isEqualTo(CaseRule.CASE_UNKNOWN);
    }

    @Test
    void a_verification_that_differs_needs_a_reason_and_is_a_correction() {
        Case reported = Case.evolve(
                Situation.bare(Level.COUNTY, State.CITY_REVIEW),
                new IndicatorReported("CHUYI-2022", 2025, "430181", "K-G1", "30", List.of()));
        Setting city = Situation.setting("city-office");

        assertThat(verified(city, reported, "30.0", null).origin()).isEqualTo(Origin.REPORTED);
        assertThat(verified(city, reported, "25", "决算数").origin()).isEqualTo(Origin.CORRECTED);
        assertThat(verified(city, reported, "25", "决算数").phase()).isEqualTo("CITY_REVIEW");
        assertThat(rule(Decisions.decide(city, reported, verify("K-G1", "25", null))))
                .isEqualTo(CaseRule.REASON_MISSING);
        assertThat(rule(Decisions.decide(city, reported, verify("K-G1", "25", " "))))
                .isEqualTo(CaseRule.REASON_MISSING);
    }

    @Test
    void collected_values_are_copied_with_their_source_and_what_does_not_apply_is_exempted() {
        Setting office = Situation.collecting("province-office");
        Case review = Situation.bare(Level.COUNTY, State.DOC_REVIEW);

        var events = events(Decisions.decide(office, review, new Review(List.of(), List.of(), true)));

        assertThat(events)
                .contains(new IndicatorVerified(
                        "CHUYI-2022",
                        2025,
                        "430181",
                        "K-C3",
                        "92.500000",
                        Origin.COLLECTED,
                        "DOC_REVIEW",
                        null,
                        new CollectedFrom("score-CHUYI-2022-2025-430181", 4)));
        assertThat(events).filteredOn(IndicatorExempted.class::isInstance).hasSize(1);
        assertThat(events(Decisions.decide(office, after(review, events), new Review(List.of(), List.of(), true))))
                .isEmpty();
    }

    /** Who reads the fact tells by these words that no person chose them. */
    @Test
    void an_exemption_that_was_taken_over_is_worded_as_the_contract_says() {
        var events = events(Decisions.decide(
                Situation.collecting("province-office"),
                Situation.bare(Level.COUNTY, State.DOC_REVIEW),
                new Review(List.of(), List.of(), true)));

        var promised = Contract.of("assessment-service").examples("chuyi.assessment.indicator-exempted.v1");
        assertThat(events)
                .contains(Cases.CODEC.decode(
                        "chuyi.assessment.indicator-exempted.v1",
                        promised.getLast().json()));
    }

    @Test
    void a_correction_of_a_collected_value_outlives_a_later_acceptance() {
        Setting office = Situation.collecting("province-office");
        Case review = Situation.bare(Level.COUNTY, State.DOC_REVIEW);
        Case corrected = after(review, events(Decisions.decide(office, review, verify("K-C3", "80", "现场复测"))));

        var events = events(Decisions.decide(office, corrected, new Review(List.of(), List.of(), true)));

        assertThat(events).noneMatch(IndicatorVerified.class::isInstance);
    }

    @Test
    void an_exempt_indicator_takes_no_value_any_more() {
        Setting office = Situation.setting("province-office");
        var exempt = new Review(List.of(), List.of(new Exemption("", "K-A1", "不适用")), false);
        Case exempted = after(
                Situation.bare(Level.COUNTY, State.DOC_REVIEW),
                events(Decisions.decide(office, Situation.bare(Level.COUNTY, State.DOC_REVIEW), exempt)));

        assertThat(rule(Decisions.decide(office, exempted, verify("K-A1", "A", "理由"))))
                .isEqualTo(CaseRule.INDICATOR_IS_EXEMPT);
    }

    @Test
    void a_new_report_opens_what_was_reviewed_again() {
        Case reviewed = Situation.complete(Level.COUNTY, State.RETURNED);
        var report = new Report(List.of(new Value("", "K-G1", "31", List.of())));

        Case after = after(reviewed, events(Decisions.decide(FILLER, reviewed, report)));

        assertThat(after.values().verified()).containsKey("K-G1");
        assertThat(after.values().reviewed()).doesNotContainKey("K-G1");
    }

    @Test
    void a_filler_does_not_verify_what_he_filled_in() {
        Setting both = Situation.filledBy("me", "city-office");

        assertThat(rule(Decisions.decide(
                        both, Situation.bare(Level.COUNTY, State.CITY_REVIEW), verify("K-G1", "3", "x"))))
                .isEqualTo(CaseRule.FILLER_IS_NOT_REVIEWER);
    }

    @Test
    void findings_are_numbered_and_a_withdrawn_number_is_not_used_again() {
        Setting office = Situation.setting("province-office");
        Case first = after(
                Situation.bare(Level.COUNTY, State.DOC_REVIEW),
                events(Decisions.decide(
                        office, Situation.bare(Level.COUNTY, State.DOC_REVIEW), new Confirm("D3", "违规实习"))));
        Case withdrawn = after(first, events(Decisions.decide(office, first, new Withdraw("F1", "查无实据"))));

        assertThat(events(Decisions.decide(office, withdrawn, new Confirm("B1", "典型"))))
                .containsExactly(new FindingConfirmed("CHUYI-2022", 2025, "430181", "F2", "B1", "典型"));
        assertThat(rule(Decisions.decide(office, withdrawn, new Withdraw("F1", "再撤"))))
                .isEqualTo(CaseRule.FINDING_UNKNOWN);
        assertThat(rule(Decisions.decide(office, first, new Confirm("Z9", "?"))))
                .isEqualTo(CaseRule.RULE_UNKNOWN);
    }

    private static Review verify(String code, String value, @Nullable String reason) {
        return new Review(List.of(new Verification("", code, value, reason)), List.of(), false);
    }

    private static IndicatorVerified verified(Setting setting, Case before, String value, @Nullable String reason) {
        return (IndicatorVerified) events(Decisions.decide(setting, before, verify("K-G1", value, reason)))
                .getFirst();
    }

    private static List<CaseEvent> events(Decision<CaseEvent> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<CaseEvent>) decision).events();
    }

    private static Case after(Case before, List<CaseEvent> events) {
        Case now = before;
        for (CaseEvent event : events) {
            now = Case.evolve(now, event);
        }
        return now;
    }
}
