package cn.chuyi.registry.programme;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.test.Spec;
import cn.chuyi.registry.programme.ProgrammeCommand.AddTask;
import cn.chuyi.registry.programme.ProgrammeCommand.AdoptProgramme;
import cn.chuyi.registry.programme.ProgrammeCommand.AdoptTarget;
import cn.chuyi.registry.programme.ProgrammeCommand.ClaimTarget;
import cn.chuyi.registry.programme.ProgrammeCommand.DefineKind;
import cn.chuyi.registry.programme.ProgrammeEvent.Confidence;
import cn.chuyi.registry.programme.ProgrammeEvent.Document;
import cn.chuyi.registry.programme.ProgrammeEvent.ProgrammeAdopted;
import cn.chuyi.registry.programme.ProgrammeEvent.ProjectKindDefined;
import cn.chuyi.registry.programme.ProgrammeEvent.Scope;
import cn.chuyi.registry.programme.ProgrammeEvent.Stage;
import cn.chuyi.registry.programme.ProgrammeEvent.TargetAdopted;
import cn.chuyi.registry.programme.ProgrammeEvent.TargetClaimed;
import cn.chuyi.registry.programme.ProgrammeEvent.TaskAdded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
    private static final String CODE = "CHUYI-2022";
    private static final Text NAME = new Text("行动", "Programme");
    private static final Document DOCUMENT = new Document("通知", null, null, List.of());
    private static final LocalDate FROM = LocalDate.of(2022, 4, 1);
    private static final LocalDate TO = LocalDate.of(2025, 12, 31);
    private static final List<Stage> STAGES = List.of(new Stage("A", NAME), new Stage("B", NAME));
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal EIGHTEEN = BigDecimal.valueOf(18);

    private final Spec<Programme, ProgrammeEvent, ProgrammeCommand> spec =
            new Spec<>(Programme.INITIAL, Programme::evolve, Programme::decide);
    private final ProgrammeEvent adopted = new ProgrammeAdopted(CODE, NAME, DOCUMENT, FROM, TO, false);
    private final ProgrammeEvent kind = new ProjectKindDefined(CODE, "BASE", NAME, STAGES, true, true, false);
    private final ProgrammeEvent task = new TaskAdded(CODE, "T3.1", NAME, Scope.PROVINCE_QUOTA, "个", List.of("BASE"));
    private final ProgrammeEvent first = claimed(1, TEN);
    private final ProgrammeEvent second = claimed(2, EIGHTEEN);

    @Test
    void a_programme_is_adopted_once_for_a_period_that_runs_forward() {
        spec.given()
                .when(new AdoptProgramme(CODE, NAME, DOCUMENT, FROM, TO, false))
                .then(adopted);
        spec.given(adopted)
                .when(new AdoptProgramme(CODE, NAME, DOCUMENT, FROM, TO, false))
                .refused(ProgrammeRule.PROGRAMME_EXISTS);
        spec.given()
                .when(new AdoptProgramme(CODE, NAME, DOCUMENT, TO, FROM, false))
                .refused(ProgrammeRule.PERIOD_INVERTED);
    }

    @Test
    void a_kind_of_project_is_a_fact_and_never_changes() {
        spec.given(adopted).when(define(STAGES)).then(kind);
        spec.given(adopted, kind).when(define(STAGES)).thenNothing();
        spec.given(adopted, kind).when(define(List.of())).refused(ProgrammeRule.KIND_EXISTS);
        spec.given(adopted)
                .when(define(List.of(STAGES.getFirst(), STAGES.getFirst())))
                .refused(ProgrammeRule.STAGE_TWICE);
        spec.given().when(define(STAGES)).refused(ProgrammeRule.PROGRAMME_UNKNOWN);
    }

    @Test
    void a_task_counts_kinds_that_are_defined() {
        spec.given(adopted, kind).when(add("T3.1", "个")).then(task);
        spec.given(adopted, kind, task).when(add("T3.1", "个")).thenNothing();
        spec.given(adopted, kind, task).when(add("T3.1", "所")).refused(ProgrammeRule.TASK_EXISTS);
        spec.given(adopted).when(add("T3.1", "个")).refused(ProgrammeRule.KIND_UNKNOWN);
    }

    @Test
    void claims_are_numbered_within_their_task_and_may_contradict_each_other() {
        spec.given(adopted, kind, task).when(claim(TEN)).then(first);
        spec.given(adopted, kind, task, first).when(claim(EIGHTEEN)).then(second);
        spec.given(adopted, kind).when(claim(TEN)).refused(ProgrammeRule.TASK_UNKNOWN);
    }

    @Test
    void exactly_one_claim_is_the_target_and_a_later_adoption_takes_its_place() {
        var adoptFirst = new AdoptTarget(CODE, "T3.1", 1, "reason");
        var adoptSecond = new AdoptTarget(CODE, "T3.1", 2, "better reason");
        var target = new TargetAdopted(CODE, "T3.1", 1, TEN, "reason");
        spec.given(adopted, kind, task, first, second).when(adoptFirst).then(target);
        spec.given(adopted, kind, task, first, second, target).when(adoptFirst).thenNothing();
        spec.given(adopted, kind, task, first, second, target)
                .when(adoptSecond)
                .then(new TargetAdopted(CODE, "T3.1", 2, EIGHTEEN, "better reason"));
    }

    @Test
    void a_claim_that_nobody_filed_cannot_be_adopted() {
        for (int number : List.of(0, 2, -1)) {
            spec.given(adopted, kind, task, first)
                    .when(new AdoptTarget(CODE, "T3.1", number, "reason"))
                    .refused(ProgrammeRule.CLAIM_UNKNOWN);
        }
        spec.given(adopted, kind)
                .when(new AdoptTarget(CODE, "T3.1", 1, "reason"))
                .refused(ProgrammeRule.TASK_UNKNOWN);
    }

    private static DefineKind define(List<Stage> stages) {
        return new DefineKind(CODE, "BASE", NAME, stages, true, true, false);
    }

    private static AddTask add(String task, String unit) {
        return new AddTask(CODE, task, NAME, Scope.PROVINCE_QUOTA, unit, List.of("BASE"));
    }

    private static ClaimTarget claim(BigDecimal value) {
        return new ClaimTarget(CODE, "T3.1", value, "source", Confidence.HIGH, null);
    }

    private static TargetClaimed claimed(int number, BigDecimal value) {
        return new TargetClaimed(CODE, "T3.1", number, value, "source", Confidence.HIGH, null);
    }
}
