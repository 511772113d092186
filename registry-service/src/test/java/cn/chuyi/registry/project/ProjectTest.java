package cn.chuyi.registry.project;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.test.Spec;
import cn.chuyi.registry.project.ProjectCommand.AcceptProject;
import cn.chuyi.registry.project.ProjectCommand.AddMember;
import cn.chuyi.registry.project.ProjectCommand.AgreeTaskBook;
import cn.chuyi.registry.project.ProjectCommand.DeclareProject;
import cn.chuyi.registry.project.ProjectCommand.ListProject;
import cn.chuyi.registry.project.ProjectCommand.ReachStage;
import cn.chuyi.registry.project.ProjectCommand.RecogniseProject;
import cn.chuyi.registry.project.ProjectCommand.RecommendProject;
import cn.chuyi.registry.project.ProjectCommand.RecordFunds;
import cn.chuyi.registry.project.ProjectCommand.RemoveMember;
import cn.chuyi.registry.project.ProjectCommand.ReportProgress;
import cn.chuyi.registry.project.ProjectCommand.TerminateProject;
import cn.chuyi.registry.project.ProjectEvent.LeadUnit;
import cn.chuyi.registry.project.ProjectEvent.Member;
import cn.chuyi.registry.project.ProjectEvent.ProjectAccepted;
import cn.chuyi.registry.project.ProjectEvent.ProjectDeclared;
import cn.chuyi.registry.project.ProjectEvent.ProjectFundsPaidIn;
import cn.chuyi.registry.project.ProjectEvent.ProjectFundsPlanned;
import cn.chuyi.registry.project.ProjectEvent.ProjectListed;
import cn.chuyi.registry.project.ProjectEvent.ProjectMemberJoined;
import cn.chuyi.registry.project.ProjectEvent.ProjectMemberLeft;
import cn.chuyi.registry.project.ProjectEvent.ProjectProgressReported;
import cn.chuyi.registry.project.ProjectEvent.ProjectRecognised;
import cn.chuyi.registry.project.ProjectEvent.ProjectRecommended;
import cn.chuyi.registry.project.ProjectEvent.ProjectStageReached;
import cn.chuyi.registry.project.ProjectEvent.ProjectTaskBookAgreed;
import cn.chuyi.registry.project.ProjectEvent.ProjectTerminated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProjectTest {
    private static final UUID ID = UUID.fromString("0197a1b2-1111-7000-8000-000000000001");
    private static final LocalDate BEGIN = LocalDate.of(2022, 6, 1);
    private static final LocalDate DAY = LocalDate.of(2023, 6, 1);
    private static final LeadUnit LEAD = new LeadUnit(null, null, "某校");
    private static final Member FIRM = new Member(null, "某企业");
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final ProjectKind ALL =
            new ProjectKind("ALL", List.of("APPROVED", "STARTED", "COMPLETED"), true, true, true);
    private static final ProjectKind NONE = new ProjectKind("NONE", List.of(), false, false, false);

    private final Spec<Project, ProjectEvent, ProjectCommand> spec = of(ALL);
    private final Spec<Project, ProjectEvent, ProjectCommand> bare = of(NONE);
    private final ProjectEvent declared =
            new ProjectDeclared(ID, "CHUYI-2022", "T4.1", "ALL", "基地", LEAD, "430181", true, BEGIN);
    private final ProjectEvent listed = new ProjectListed(ID, "1", "通知", DAY);
    private final ProjectEvent accepted = new ProjectAccepted(ID, DAY);
    private final ProjectEvent agreed = new ProjectTaskBookAgreed(ID, 2023, HUNDRED, DAY);
    private final ProjectEvent terminated = new ProjectTerminated(ID, "停建", DAY);

    @Test
    void a_project_is_declared_once() {
        var declare = new DeclareProject(ID, "CHUYI-2022", "T4.1", "ALL", "基地", LEAD, "430181", true, BEGIN);
        spec.given().when(declare).then(declared);
        spec.given(declared).when(declare).refused(ProjectRule.PROJECT_EXISTS);
        spec.given().when(new AcceptProject(DAY)).refused(ProjectRule.PROJECT_UNKNOWN);
        spec.given(declared).when(new AcceptProject(BEGIN.minusDays(1))).refused(ProjectRule.BEFORE_DECLARATION);
    }

    @Test
    void the_procedure_has_an_order() {
        var recommended = new ProjectRecommended(ID, "430100", DAY);
        spec.given(declared).when(new RecommendProject("430100", DAY)).then(recommended);
        spec.given(declared, recommended).when(new ListProject("1", "通知", DAY)).then(listed);
        spec.given(declared).when(new ListProject("1", "通知", DAY)).then(listed);
        spec.given(declared, listed).when(new RecommendProject("430100", DAY)).refused(ProjectRule.STATUS_FORBIDS);
        spec.given(declared).when(new AcceptProject(DAY)).refused(ProjectRule.STATUS_FORBIDS);
        spec.given(declared, listed).when(new AcceptProject(DAY)).then(accepted);
        spec.given(declared, listed).when(new RecogniseProject("通知", DAY)).refused(ProjectRule.STATUS_FORBIDS);
        spec.given(declared, listed, accepted)
                .when(new RecogniseProject("通知", DAY))
                .then(new ProjectRecognised(ID, "通知", DAY));
    }

    @Test
    void a_terminated_project_stays_terminated() {
        spec.given(declared, listed, accepted)
                .when(new TerminateProject("停建", DAY))
                .then(terminated);
        spec.given(declared, terminated).when(new ReachStage("STARTED", DAY)).refused(ProjectRule.PROJECT_TERMINATED);
    }

    @Test
    void stages_are_those_of_the_kind_and_go_forward() {
        var started = new ProjectStageReached(ID, "STARTED", DAY);
        spec.given(declared).when(new ReachStage("STARTED", DAY)).then(started);
        spec.given(declared, started).when(new ReachStage("STARTED", DAY)).thenNothing();
        spec.given(declared, started).when(new ReachStage("APPROVED", DAY)).refused(ProjectRule.STAGE_BACKWARD);
        spec.given(declared).when(new ReachStage("OPENED", DAY)).refused(ProjectRule.STAGE_UNKNOWN);
        bare.given(declared).when(new ReachStage("STARTED", DAY)).refused(ProjectRule.KIND_WITHOUT_STAGES);
    }

    @Test
    void progress_is_at_most_what_the_task_book_plans_for_that_year() {
        var done = new ReportProgress(2023, HUNDRED, List.of(), DAY);
        var reported = new ProjectProgressReported(ID, 2023, HUNDRED, List.of(), DAY);
        spec.given(declared).when(done).refused(ProjectRule.TASK_BOOK_MISSING);
        spec.given(declared, agreed).when(done).then(reported);
        spec.given(declared, agreed)
                .when(new ReportProgress(2024, BigDecimal.ONE, List.of(), DAY))
                .refused(ProjectRule.TASK_BOOK_MISSING);
        spec.given(declared, agreed)
                .when(new ReportProgress(2023, new BigDecimal("100.01"), List.of(), DAY))
                .refused(ProjectRule.PROGRESS_ABOVE_PLAN);
        spec.given(declared, agreed, reported)
                .when(new ReportProgress(2023, BigDecimal.TEN, List.of(), DAY))
                .then(new ProjectProgressReported(ID, 2023, BigDecimal.TEN, List.of(), DAY));
    }

    @Test
    void a_task_book_can_be_agreed_again_but_not_below_what_is_done() {
        var reported = new ProjectProgressReported(ID, 2023, new BigDecimal("80"), List.of(), DAY);
        spec.given(declared).when(agree("100")).then(agreed);
        spec.given(declared, agreed).when(agree("100.0")).thenNothing();
        spec.given(declared, agreed, reported)
                .when(agree("90"))
                .then(new ProjectTaskBookAgreed(ID, 2023, new BigDecimal("90"), DAY));
        spec.given(declared, agreed, reported).when(agree("79")).refused(ProjectRule.TASK_BOOK_BELOW_DONE);
        bare.given(declared).when(agree("100")).refused(ProjectRule.KIND_WITHOUT_TASK_BOOK);
        bare.given(declared)
                .when(new ReportProgress(2023, BigDecimal.ONE, List.of(), DAY))
                .refused(ProjectRule.KIND_WITHOUT_TASK_BOOK);
    }

    @Test
    void funds_are_planned_and_paid_in() {
        spec.given(declared)
                .when(new RecordFunds(2023, HUNDRED, BigDecimal.TEN, DAY))
                .then(
                        new ProjectFundsPlanned(ID, 2023, HUNDRED, DAY),
                        new ProjectFundsPaidIn(ID, 2023, BigDecimal.TEN, DAY));
        spec.given(declared).when(new RecordFunds(2023, null, null, DAY)).refused(ProjectRule.FUNDS_EMPTY);
        bare.given(declared).when(new RecordFunds(2023, HUNDRED, null, DAY)).refused(ProjectRule.KIND_WITHOUT_FUNDS);
    }

    @Test
    void members_join_once_and_leave_once() {
        var joined = new ProjectMemberJoined(ID, FIRM, DAY);
        var left = new ProjectMemberLeft(ID, FIRM, DAY);
        spec.given(declared).when(new AddMember(FIRM, DAY)).then(joined);
        spec.given(declared, joined).when(new AddMember(FIRM, DAY)).thenNothing();
        spec.given(declared, joined).when(new RemoveMember(FIRM, DAY)).then(left);
        spec.given(declared, joined, left).when(new RemoveMember(FIRM, DAY)).refused(ProjectRule.MEMBER_UNKNOWN);
        bare.given(declared).when(new AddMember(FIRM, DAY)).refused(ProjectRule.KIND_WITHOUT_MEMBERS);
    }

    @Test
    void payments_of_all_years_add_up_on_the_page() {
        var page = Stream.of(
                        declared,
                        new ProjectFundsPlanned(ID, 2023, HUNDRED, DAY),
                        new ProjectFundsPaidIn(ID, 2023, BigDecimal.TEN, DAY),
                        new ProjectFundsPaidIn(ID, 2023, BigDecimal.ONE, DAY),
                        new ProjectFundsPaidIn(ID, 2024, BigDecimal.TEN, DAY))
                .reduce(ProjectFold.INITIAL, ProjectFold::evolve, (_, last) -> last)
                .page();
        assertThat(page.funds.get(2023)).isEqualTo(new ProjectPage.Funds(HUNDRED, BigDecimal.valueOf(11)));
        assertThat(page.fundsInAll).isEqualTo(new ProjectPage.Funds(HUNDRED, BigDecimal.valueOf(21)));
    }

    private static AgreeTaskBook agree(String planned) {
        return new AgreeTaskBook(2023, new BigDecimal(planned), DAY);
    }

    private static Spec<Project, ProjectEvent, ProjectCommand> of(ProjectKind kind) {
        return new Spec<>(
                Project.INITIAL, Project::evolve, (project, command) -> Project.decide(project, kind, command));
    }
}
