package cn.chuyi.local.demo.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.local.demo.plan.CasePlan.Finding;
import cn.chuyi.local.demo.plan.CasePlan.Reported;
import cn.chuyi.local.demo.plan.Project.Step.ProgressReported;
import cn.chuyi.local.demo.plan.Project.Step.StageReached;
import cn.chuyi.local.demo.plan.Project.Step.TaskBookAgreed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    private final Gazetteer gazetteer = Gazetteer.load();
    private final YearPlan plan = Generator.plan(Generator.SEED, gazetteer);

    @Test
    void the_same_seed_plans_the_same_year() {
        assertThat(Generator.plan(Generator.SEED, gazetteer)).isEqualTo(plan);
        assertThat(Generator.plan(7, gazetteer)).isNotEqualTo(plan);
    }

    @Test
    void the_province_has_fourteen_cities_and_its_counties() {
        assertThat(gazetteer.cities()).hasSize(14);
        assertThat(gazetteer.counties()).hasSize(122);
        assertThat(gazetteer.zones()).hasSize(12);
    }

    @Test
    void every_unit_has_a_case_and_sixty_are_published() {
        assertThat(plan.cases()).extracting(CasePlan::unit).containsExactlyInAnyOrderElementsOf(gazetteer.units());
        assertThat(plan.cases())
                .filteredOn(one -> one.goal() == Station.PUBLISHED)
                .hasSize(60);
        assertThat(plan.cases())
                .filteredOn(one -> one.goal() == Station.PUBLISHED && one.unit().isCity())
                .hasSize(4);
    }

    @Test
    void the_unpublished_stand_everywhere_in_the_procedure() {
        assertThat(plan.cases()).extracting(CasePlan::goal).contains(Station.values());
    }

    @Test
    void only_the_two_named_institutions_are_real() {
        assertThat(plan.schools())
                .filteredOn(school -> !school.demo())
                .extracting(School::name)
                .containsExactly("湖南工业职业技术学院", "新化县楚怡工业学校");
        assertThat(plan.schools())
                .filteredOn(School::demo)
                .allMatch(school -> school.name().contains("演示"));
        assertThat(plan.schools())
                .filteredOn(school -> !school.demo())
                .allMatch(school -> school.sheets().isEmpty());
    }

    @Test
    void no_code_is_given_twice() {
        var codes = plan.schools().stream()
                .filter(s -> s.code() != null)
                .map(School::code)
                .toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("(36|41)43\\d{6}"));
    }

    @Test
    void some_schools_have_no_sheet_and_some_may_not_enrol() {
        assertThat(plan.schools())
                .filteredOn(School::demo)
                .anyMatch(school -> school.sheets().isEmpty());
        assertThat(plan.schools()).anyMatch(school -> school.suspended() != null);
        assertThat(plan.schools()).anyMatch(school -> !school.isPublic());
    }

    @Test
    void a_project_never_reports_more_than_was_planned_and_never_less_than_before() {
        for (var project : plan.projects()) {
            var planned = steps(project, TaskBookAgreed.class).stream().map(step -> new BigDecimal(step.planned()));
            var done = steps(project, ProgressReported.class).stream()
                    .map(step -> new BigDecimal(step.done()))
                    .toList();
            assertThat(done).isSorted();
            assertThat(planned).allSatisfy(limit -> assertThat(done).allMatch(value -> value.compareTo(limit) <= 0));
        }
    }

    @Test
    void every_city_rebuilds_one_school_and_they_are_not_all_equally_far() {
        var rebuilds = plan.projects().stream()
                .filter(project -> project.kind().equals("CHUYI_SCHOOL_REBUILD"))
                .toList();
        assertThat(rebuilds)
                .extracting(project -> gazetteer.unit(project.locatedIn()).parent())
                .containsExactlyInAnyOrderElementsOf(
                        gazetteer.cities().stream().map(Unit::code).toList());
        assertThat(rebuilds.stream()
                        .collect(groupingBy(p -> steps(p, StageReached.class).size(), counting())))
                .hasSizeGreaterThan(2);
    }

    @Test
    void no_task_lists_more_projects_than_the_province_may_have() {
        var perTask = plan.projects().stream().collect(groupingBy(Project::task, counting()));
        assertThat(perTask)
                .containsEntry("T1.2", 20L)
                .containsEntry("T4.1", 80L)
                .containsEntry("T2.3c", 14L);
    }

    @Test
    void twins_state_the_same_values_and_host_no_project() {
        var twins = plan.cases().stream()
                .filter(one -> plan.cases().stream().anyMatch(other -> other != one && tied(one, other)))
                .toList();
        assertThat(twins).hasSizeGreaterThanOrEqualTo(2);
        var codes = twins.stream().map(twin -> twin.unit().code()).collect(toSet());
        assertThat(plan.projects())
                .filteredOn(project -> project.leadSchool() != null)
                .extracting(Project::locatedIn)
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void vetoes_of_all_three_effects_a_bonus_and_deductions_are_found() {
        var rules = plan.cases().stream()
                .flatMap(one -> one.findings().stream())
                .map(Finding::rule)
                .collect(toSet());
        assertThat(rules).containsAll(Set.of("V1", "V2", "V3", "V4", "V5", "D1", "D2", "D3", "B1"));
    }

    @Test
    void values_are_missing_corrected_and_exempted() {
        var submitted = plan.cases().stream()
                .filter(one -> one.reaches(Station.SELF_SUBMITTED))
                .toList();
        var full = Catalogue.ofCounties().reported().size();
        assertThat(submitted)
                .anyMatch(one -> !one.unit().isCity()
                        && one.reported().size() + one.exemptions().size() < full);
        assertThat(submitted).anyMatch(one -> !one.corrections().isEmpty());
        assertThat(submitted).anyMatch(one -> !one.exemptions().isEmpty());
        assertThat(plan.arrangements()).hasSizeGreaterThan(5);
    }

    private static boolean tied(CasePlan one, CasePlan other) {
        return isPublishedCounty(one) && isPublishedCounty(other) && values(one).equals(values(other));
    }

    private static boolean isPublishedCounty(CasePlan one) {
        return !one.unit().isCity() && one.goal() == Station.PUBLISHED;
    }

    private static List<String> values(CasePlan one) {
        return one.reported().stream().map(Reported::value).toList();
    }

    private static <S> List<S> steps(Project project, Class<S> kind) {
        return project.steps().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
