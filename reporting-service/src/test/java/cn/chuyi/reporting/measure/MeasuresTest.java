package cn.chuyi.reporting.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.fact.RegistryFact.Authority;
import cn.chuyi.reporting.fact.RegistryFact.Condition;
import cn.chuyi.reporting.fact.RegistryFact.ConditionSheetFiled;
import cn.chuyi.reporting.fact.RegistryFact.Direction;
import cn.chuyi.reporting.fact.RegistryFact.EnrolmentResumed;
import cn.chuyi.reporting.fact.RegistryFact.EnrolmentSuspended;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionClosed;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRelocated;
import cn.chuyi.reporting.fact.RegistryFact.LeadUnit;
import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.fact.RegistryFact.OfProject;
import cn.chuyi.reporting.fact.RegistryFact.ProjectDeclared;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPaidIn;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPlanned;
import cn.chuyi.reporting.fact.RegistryFact.ProjectProgressReported;
import cn.chuyi.reporting.fact.RegistryFact.ProjectStageReached;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTaskBookAgreed;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTerminated;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Measure;
import cn.chuyi.reporting.score.Measure.Attribution;
import cn.chuyi.reporting.score.ShareRule;
import cn.chuyi.reporting.score.Standing.Collected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A measure that is off by one school prefills a wrong value in a hundred cases. */
class MeasuresTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final LocalDate AFTER = LocalDate.of(2026, 1, 1);
    private static final Moment MOMENT = new Moment(LAST_DAY, 2025);
    private static final String SCHOOL = "SECONDARY_VOCATIONAL_SCHOOL";
    private static final String BASE = "TRAINING_BASE";
    private static final String COUNTY = "430181";
    private static final String CITY = "430100";

    @Test
    void task_completion_is_done_over_planned_points_of_projects_that_go_on() {
        var measured = county(
                "task-completion",
                List.of(),
                List.of(
                        work(planned("30"), done("10"), done("20")),
                        work(planned("12")),
                        work(planned("100"), new ProjectTerminated(BEFORE)),
                        work(new ProjectTaskBookAgreed(2024, decimal("9"), BEFORE))));
        assertThat(measured).isEqualTo(value("47.619048"));
    }

    @Test
    void nothing_planned_is_not_applicable() {
        assertThat(county("task-completion", List.of(), List.of(work()))).isEqualTo(notApplicable());
        assertThat(county("funds-in-place-percent", List.of(), List.of())).isEqualTo(notApplicable());
    }

    @Test
    void a_fact_counts_until_the_reference_date_and_not_a_day_later() {
        var done = new ProjectProgressReported(2025, decimal("5"), null, LAST_DAY);
        var late = new ProjectProgressReported(2025, decimal("9"), null, AFTER);
        assertThat(county("task-completion", List.of(), List.of(work(planned("10"), done, late))))
                .isEqualTo(value("50.000000"));
        assertThat(School.at(MOMENT, "s", List.of(registered(AFTER)))).isNull();
    }

    @Test
    void funds_add_up_by_payment_and_may_exceed_the_plan() {
        var measured = county(
                "funds-in-place-percent",
                List.of(),
                List.of(work(
                        new ProjectFundsPlanned(2025, decimal("300.00"), BEFORE),
                        new ProjectFundsPaidIn(2025, decimal("200.00"), BEFORE),
                        new ProjectFundsPaidIn(2025, decimal("200.00"), BEFORE),
                        new ProjectFundsPaidIn(2024, decimal("1.00"), BEFORE))));
        assertThat(measured).isEqualTo(value("133.333333"));
    }

    @Test
    void the_least_advanced_of_several_projects_is_the_milestone() {
        var started = new ProjectStageReached("STARTED", BEFORE);
        var completed = new ProjectStageReached("COMPLETED", BEFORE);
        assertThat(county("milestone", List.of(), List.of(work(started, completed), work(started))))
                .isEqualTo(value("STARTED"));
        assertThat(county("milestone", List.of(), List.of(work(started), work())))
                .isEqualTo(value("NOT_STARTED"));
        assertThat(county("milestone", List.of(), List.of())).isEqualTo(notApplicable());
    }

    @Test
    void a_public_school_that_enrols_gives_one_and_one_that_meets_all_gives_two() {
        assertThat(county("public-school-standing", List.of(), List.of())).isEqualTo(value("0"));
        assertThat(county("public-school-standing", List.of(school(sheet(3, 4))), List.of()))
                .isEqualTo(value("1"));
        assertThat(county("public-school-standing", List.of(school(sheet(3, 4)), school(sheet(4, 4))), List.of()))
                .isEqualTo(value("2"));
    }

    @Test
    void a_school_that_is_closed_or_does_not_enrol_is_no_standing() {
        var closed = school(sheet(4, 4), new InstitutionClosed(BEFORE));
        var suspended = school(sheet(4, 4), new EnrolmentSuspended(BEFORE));
        var resumed = school(new EnrolmentSuspended(BEFORE), new EnrolmentResumed(LAST_DAY));
        assertThat(county("public-school-standing", List.of(closed, suspended), List.of()))
                .isEqualTo(value("0"));
        assertThat(county("public-school-standing", List.of(resumed), List.of()))
                .isEqualTo(value("1"));
    }

    @Test
    void a_unified_arrangement_excuses_from_a_school_of_ones_own() {
        var holdings = holdings(Set.of(COUNTY), Set.of(COUNTY), List.of(), List.of(), Set.of(SCHOOL));
        assertThat(measured("public-school-standing", Attribution.ADMINISTERED_BY, holdings))
                .isEqualTo(notApplicable());
    }

    @Test
    void a_school_of_the_province_is_not_the_deed_of_the_city_it_stands_in() {
        var provincial = school(at(COUNTY, "430000"), sheet(4, 4));
        var holdings = holdings(Set.of(CITY), Set.of(CITY, COUNTY), List.of(provincial), List.of(), Set.of());
        assertThat(measured("public-school-standing", Attribution.ADMINISTERED_BY, holdings))
                .isEqualTo(value("0"));
        assertThat(measured("compliant-schools-percent", Attribution.LOCATED_IN, holdings))
                .isEqualTo(value("100.000000"));
    }

    @Test
    void compliance_counts_schools_without_a_sheet_as_not_compliant() {
        assertThat(county(
                        "compliant-schools-percent",
                        List.of(school(sheet(4, 4)), school(sheet(3, 4)), school()),
                        List.of()))
                .isEqualTo(value("33.333333"));
    }

    @Test
    void the_condition_score_is_an_exact_mean_rounded_once() {
        // 100 * 2/3, 100 * 6/7 and no sheet: (66.6.. + 85.714285..) / 3
        assertThat(county("condition-score", List.of(school(sheet(2, 3)), school(sheet(6, 7)), school()), List.of()))
                .isEqualTo(value("50.793651"));
    }

    @Test
    void a_condition_far_below_its_standard_caps_the_school_at_sixty() {
        var far = filed(List.of(condition("90"), condition("100"), condition("100"), condition("84.99")), 2025);
        var near = filed(List.of(condition("100"), condition("100"), condition("100"), condition("85")), 2025);
        assertThat(county("condition-score", List.of(school(near)), List.of())).isEqualTo(value("75.000000"));
        assertThat(county("condition-score", List.of(school(far)), List.of())).isEqualTo(value("50.000000"));
        var capped = filed(List.of(condition("100"), condition("100"), condition("100"), condition("84.99")), 2025);
        assertThat(county("condition-score", List.of(school(capped)), List.of()))
                .isEqualTo(value("60.000000"));
    }

    @Test
    void where_less_is_better_far_below_is_the_standard_below_85_percent_of_the_value() {
        var within = filed(List.of(atMost("20"), condition("100"), condition("100")), 2025);
        var over = filed(List.of(atMost("23.5"), condition("100"), condition("100")), 2025);
        var far = filed(List.of(atMost("23.6"), condition("100"), condition("100")), 2025);
        assertThat(county("condition-score", List.of(school(within)), List.of()))
                .isEqualTo(value("100.000000"));
        assertThat(county("condition-score", List.of(school(over)), List.of())).isEqualTo(value("66.666667"));
        assertThat(county("condition-score", List.of(school(far)), List.of())).isEqualTo(value("60.000000"));
    }

    @Test
    void teachers_are_summed_over_the_sheets_of_the_year() {
        var first = new ConditionSheetFiled(2025, List.of(), 2000, 100, 60, 33, BEFORE);
        var second = new ConditionSheetFiled(2025, List.of(), 2001, 100, 40, 11, BEFORE);
        var schools = List.of(school(first), school(second), school(filed(List.of(), 2024)));
        assertThat(county("dual-qualified-percent", schools, List.of())).isEqualTo(value("44.000000"));
        assertThat(county("student-teacher-compliant-percent", schools, List.of()))
                .isEqualTo(value("50.000000"));
    }

    @Test
    void a_later_sheet_of_the_year_replaces_the_earlier_one() {
        assertThat(county("compliant-schools-percent", List.of(school(sheet(3, 4), sheet(4, 4))), List.of()))
                .isEqualTo(value("100.000000"));
    }

    @Test
    void a_school_that_moved_counts_where_it_stands_at_the_reference_date() {
        var moved = school(new InstitutionRelocated("430102", BEFORE), new InstitutionRelocated(COUNTY, AFTER));
        assertThat(county("compliant-schools-percent", List.of(moved), List.of()))
                .isEqualTo(notApplicable());
    }

    @Test
    void a_lead_unit_is_where_the_leading_institution_stands() {
        var led = work(declared("430102", "lead"), planned("10"), done("4"));
        var own = work(declared(COUNTY, null), planned("10"), done("10"));
        var holdings = new Holdings(
                Set.of(COUNTY), Set.of(COUNTY), List.of(), List.of(led, own), Map.of("lead", COUNTY), Set.of());
        assertThat(measured("task-completion", Attribution.LEAD_UNIT, holdings)).isEqualTo(value("70.000000"));
        assertThat(measured("task-completion", Attribution.LOCATED_IN, holdings))
                .isEqualTo(value("100.000000"));
    }

    @Test
    void coverage_counts_the_counties_for_which_the_indicator_applies() {
        var indicator = indicator(new Measure.Aggregate("county-coverage", "K-C1"));
        var items = List.of(item("0.600000"), item("0.000000"), item(null), item("1.000000"));
        assertThat(Measures.of(indicator, empty(), items, Rectification.NONE)).isEqualTo(value("66.666667"));
        assertThat(Measures.of(indicator, empty(), List.of(), Rectification.NONE))
                .isEqualTo(notApplicable());
    }

    @Test
    void rectified_is_closed_over_due() {
        var indicator = indicator(new Measure.FollowUp("rectified-percent"));
        assertThat(Measures.of(indicator, empty(), List.of(), new Rectification(3, 2)))
                .isEqualTo(value("66.666667"));
        assertThat(Measures.of(indicator, empty(), List.of(), Rectification.NONE))
                .isEqualTo(notApplicable());
    }

    @Test
    void a_measure_that_does_not_exist_is_invalid_input() {
        assertThatThrownBy(() -> county("luck", List.of(), List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("unknown measure: luck");
    }

    private static @Nullable Collected county(String name, List<School> schools, List<Work> works) {
        return measured(
                name, Attribution.LOCATED_IN, holdings(Set.of(COUNTY), Set.of(COUNTY), schools, works, Set.of()));
    }

    private static @Nullable Collected measured(String name, Attribution attribution, Holdings holdings) {
        var kinds = List.of(
                name.startsWith("task") || name.startsWith("funds") || name.equals("milestone") ? BASE : SCHOOL);
        var measure = new Measure.Registry(name, kinds, attribution);
        return Measures.of(indicator(measure), holdings, List.of(), Rectification.NONE);
    }

    private static Holdings holdings(
            Set<String> own, Set<String> area, List<School> schools, List<Work> works, Set<String> unified) {
        return new Holdings(own, area, schools, works, new HashMap<>(), unified);
    }

    private static Holdings empty() {
        return holdings(Set.of(), Set.of(), List.of(), List.of(), Set.of());
    }

    private static Indicator indicator(Measure measure) {
        var rule =
                new ShareRule.Milestone(Map.of("STARTED", decimal("20"), "COMPLETED", decimal("70")), decimal("100"));
        var text = new Text("指标", "indicator");
        return new Indicator("X", "A", text, text, BigDecimal.ONE, "PERCENT", measure, rule);
    }

    private static Item item(@Nullable String share) {
        return share == null
                ? new Item("K-C1", State.NOT_APPLICABLE, null, null, null)
                : new Item("K-C1", State.COLLECTED, "1", decimal(share), decimal("1"));
    }

    private static School school(OfInstitution... facts) {
        var all = new ArrayList<OfInstitution>();
        if (facts.length == 0 || !(facts[0] instanceof InstitutionRegistered)) {
            all.add(registered(BEFORE));
        }
        all.addAll(List.of(facts));
        return Objects.requireNonNull(School.at(MOMENT, "institution-x", all));
    }

    private static InstitutionRegistered registered(LocalDate on) {
        return new InstitutionRegistered("校", SCHOOL, "PUBLIC", COUNTY, new Authority(COUNTY), true, on);
    }

    private static InstitutionRegistered at(String locatedIn, String administeredBy) {
        return new InstitutionRegistered("校", SCHOOL, "PUBLIC", locatedIn, new Authority(administeredBy), true, BEFORE);
    }

    private static Work work(OfProject... facts) {
        var all = new ArrayList<OfProject>();
        if (facts.length == 0 || !(facts[0] instanceof ProjectDeclared)) {
            all.add(declared(COUNTY, null));
        }
        all.addAll(List.of(facts));
        return Objects.requireNonNull(Work.at(MOMENT, "project-x", all));
    }

    private static ProjectDeclared declared(String locatedIn, @Nullable String lead) {
        return new ProjectDeclared("P", "T4.1", BASE, "项目", new LeadUnit(lead), locatedIn, BEFORE);
    }

    private static ProjectTaskBookAgreed planned(String points) {
        return new ProjectTaskBookAgreed(2025, decimal(points), BEFORE);
    }

    private static ProjectProgressReported done(String points) {
        return new ProjectProgressReported(2025, decimal(points), null, BEFORE);
    }

    private static ConditionSheetFiled sheet(int met, int applicable) {
        var conditions = new ArrayList<Condition>();
        for (int i = 0; i < applicable; i++) {
            conditions.add(condition(i < met ? "100" : "90"));
        }
        return filed(conditions, 2025);
    }

    private static ConditionSheetFiled filed(List<Condition> conditions, int year) {
        return new ConditionSheetFiled(year, conditions, 100, 10, 10, 5, BEFORE);
    }

    private static Condition condition(String value) {
        return new Condition("S", decimal(value), decimal("100"), Direction.AT_LEAST, true);
    }

    private static Condition atMost(String value) {
        return new Condition("S", decimal(value), decimal("20"), Direction.AT_MOST, true);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static Collected value(String text) {
        return new Collected.Value(text);
    }

    private static Collected notApplicable() {
        return new Collected.NotApplicable();
    }
}
