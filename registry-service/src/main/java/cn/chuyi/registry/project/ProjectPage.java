package cn.chuyi.registry.project;

import cn.chuyi.kit.decision.Text;
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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that the register knows of one project, folded from its facts. */
@Schema(name = "Project")
@SuppressWarnings("NullAway.Init")
final class ProjectPage {
    public UUID id;
    public String programme;
    public String task;
    public String kind;
    public String name;
    public LeadUnit leadUnit;
    public String locatedIn;
    public boolean demo;
    public ProjectStatus status;
    public @Nullable String stage;
    public List<Step> procedure = new ArrayList<>();
    public List<StageLine> stages = new ArrayList<>();
    public TreeMap<Integer, TaskBook> taskBooks = new TreeMap<>();
    public TreeMap<Integer, Funds> funds = new TreeMap<>();
    public Funds fundsInAll = Funds.NONE;
    public List<Member> members = new ArrayList<>();

    /** A step of the procedure; the note is batch and notice, recommending division, or reason. */
    record Step(
            ProjectStatus status, LocalDate on, @Nullable String note) {}

    /** A stage of the kind; the day is absent for stages that were not reported. */
    @Schema(name = "ProjectStage")
    record StageLine(
            String code, @Nullable Text name, @Nullable LocalDate reachedOn) {}

    /** Points of one year; nothing is done before the first report. */
    record TaskBook(BigDecimal planned, BigDecimal done, List<String> evidence, LocalDate agreedOn) {}

    /** CNY; the plan is absent when only payments were recorded. */
    record Funds(@Nullable BigDecimal planned, BigDecimal paidIn) {
        static final Funds NONE = new Funds(null, BigDecimal.ZERO);

        Funds planning(BigDecimal amount) {
            return new Funds(amount, paidIn);
        }

        Funds paying(BigDecimal amount) {
            return new Funds(planned, paidIn.add(amount));
        }

        Funds plus(Funds other) {
            BigDecimal sum =
                    other.planned == null ? planned : planned == null ? other.planned : planned.add(other.planned);
            return new Funds(sum, paidIn.add(other.paidIn));
        }
    }

    /** With one fact more; this one stays as it is. */
    ProjectPage after(ProjectEvent event) {
        var next = copy();
        next.apply(event);
        return next;
    }

    /** With stages as they are shown. */
    ProjectPage withStages(List<StageLine> lines) {
        var next = copy();
        next.stages = lines;
        return next;
    }

    private ProjectPage copy() {
        var copy = new ProjectPage();
        copy.id = id;
        copy.programme = programme;
        copy.task = task;
        copy.kind = kind;
        copy.name = name;
        copy.leadUnit = leadUnit;
        copy.locatedIn = locatedIn;
        copy.demo = demo;
        copy.status = status;
        copy.stage = stage;
        copy.procedure = new ArrayList<>(procedure);
        copy.stages = new ArrayList<>(stages);
        copy.taskBooks = new TreeMap<>(taskBooks);
        copy.funds = new TreeMap<>(funds);
        copy.fundsInAll = fundsInAll;
        copy.members = new ArrayList<>(members);
        return copy;
    }

    private void apply(ProjectEvent event) {
        switch (event) {
            case ProjectDeclared e -> declare(e);
            case ProjectRecommended e -> step(ProjectStatus.RECOMMENDED, e.effectiveOn(), e.by());
            case ProjectListed e -> step(ProjectStatus.LISTED, e.effectiveOn(), e.batch() + " " + e.notice());
            case ProjectAccepted e -> step(ProjectStatus.ACCEPTED, e.effectiveOn(), null);
            case ProjectRecognised e -> step(ProjectStatus.RECOGNISED, e.effectiveOn(), e.notice());
            case ProjectTerminated e -> step(ProjectStatus.TERMINATED, e.effectiveOn(), e.reason());
            case ProjectStageReached e -> {
                stage = e.stage();
                stages.add(new StageLine(e.stage(), null, e.effectiveOn()));
            }
            case ProjectTaskBookAgreed e ->
                taskBooks.merge(
                        e.year(),
                        new TaskBook(e.planned(), BigDecimal.ZERO, List.of(), e.effectiveOn()),
                        (old, agreed) -> new TaskBook(agreed.planned(), old.done(), old.evidence(), agreed.agreedOn()));
            case ProjectProgressReported e ->
                taskBooks.computeIfPresent(
                        e.year(), (_, book) -> new TaskBook(book.planned(), e.done(), e.evidence(), book.agreedOn()));
            case ProjectFundsPlanned e -> fund(e.year(), funds(e.year()).planning(e.amount()));
            case ProjectFundsPaidIn e -> fund(e.year(), funds(e.year()).paying(e.amount()));
            case ProjectMemberJoined e -> members.add(e.member());
            case ProjectMemberLeft e -> members.removeIf(e.member()::same);
        }
    }

    /** What anybody may see: what the project is and how far, not its accounts. */
    ProjectPage publicPart() {
        taskBooks = new TreeMap<>();
        funds = new TreeMap<>();
        fundsInAll = Funds.NONE;
        return this;
    }

    private void declare(ProjectDeclared e) {
        id = e.project();
        programme = e.programme();
        task = e.task();
        kind = e.kind();
        name = e.name();
        leadUnit = e.leadUnit();
        locatedIn = e.locatedIn();
        demo = e.demo();
        step(ProjectStatus.DECLARED, e.effectiveOn(), null);
    }

    private void step(ProjectStatus next, LocalDate on, @Nullable String note) {
        status = next;
        procedure.add(new Step(next, on, note));
    }

    private Funds funds(int year) {
        return funds.getOrDefault(year, Funds.NONE);
    }

    private void fund(int year, Funds next) {
        funds.put(year, next);
        fundsInAll = funds.values().stream().reduce(Funds.NONE, Funds::plus);
    }
}
