package cn.chuyi.registry.programme;

import cn.chuyi.kit.decision.Text;
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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole programme, folded from its facts: kinds of project, tasks, what is claimed of each target, what stands. */
@Schema(name = "Programme")
@SuppressWarnings("NullAway.Init")
final class ProgrammePage {
    public String code;
    public Text name;
    public Document document;
    public LocalDate from;
    public LocalDate to;
    public boolean demo;
    public List<Kind> projectKinds = new ArrayList<>();
    public List<Task> tasks = new ArrayList<>();

    /** A kind of project; its stages in order. */
    @Schema(name = "ProjectKind")
    record Kind(String kind, Text name, List<Stage> stages, boolean taskBook, boolean funds, boolean members) {}

    /** What one source says of a target. */
    @Schema(name = "TargetClaim")
    record Claim(
            int claim,
            BigDecimal value,
            String source,
            Confidence confidence,
            @Nullable String note) {}

    /** The claim that stands, and why. */
    record Target(int claim, BigDecimal value, String reason) {}

    /** A task; its target is absent while none of the claims is adopted. */
    @Schema(name = "Task")
    record Task(
            String task,
            Text name,
            Scope scope,
            String unit,
            List<String> projectKinds,
            List<Claim> claims,
            @Nullable Target target) {

        Task with(Claim claim) {
            var next = new ArrayList<>(claims);
            next.add(claim);
            return new Task(task, name, scope, unit, projectKinds, next, target);
        }

        Task with(Target next) {
            return new Task(task, name, scope, unit, projectKinds, claims, next);
        }
    }

    void apply(ProgrammeEvent event) {
        switch (event) {
            case ProgrammeAdopted e -> {
                code = e.programme();
                name = e.name();
                document = e.document();
                from = e.from();
                to = e.to();
                demo = e.demo();
            }
            case ProjectKindDefined e ->
                projectKinds.add(new Kind(e.kind(), e.name(), e.stages(), e.taskBook(), e.funds(), e.members()));
            case TaskAdded e ->
                tasks.add(new Task(e.task(), e.name(), e.scope(), e.unit(), e.projectKinds(), List.of(), null));
            case TargetClaimed e -> {
                var claim = new Claim(e.claim(), e.value(), e.source(), e.confidence(), e.note());
                tasks.replaceAll(task -> task.task().equals(e.task()) ? task.with(claim) : task);
            }
            case TargetAdopted e -> {
                var target = new Target(e.claim(), e.value(), e.reason());
                tasks.replaceAll(task -> task.task().equals(e.task()) ? task.with(target) : task);
            }
        }
    }
}
