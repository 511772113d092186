package cn.chuyi.registry.project;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.journal.Aggregate;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.kit.journal.RefusedException;
import cn.chuyi.registry.programme.ProgrammeEvent.Stage;
import cn.chuyi.registry.programme.Programmes;
import cn.chuyi.registry.project.ProjectCommand.DeclareProject;
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
import cn.chuyi.registry.project.ProjectPage.StageLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shell around {@link Project}. */
@ApplicationScoped
class Projects {
    static final JsonEventCodec<ProjectEvent> CODEC = JsonEventCodec.of(ProjectEvent.class, "chuyi.registry.")
            .add("project-declared.v1", ProjectDeclared.class)
            .add("project-recommended.v1", ProjectRecommended.class)
            .add("project-listed.v1", ProjectListed.class)
            .add("project-task-book-agreed.v1", ProjectTaskBookAgreed.class)
            .add("project-progress-reported.v1", ProjectProgressReported.class)
            .add("project-stage-reached.v1", ProjectStageReached.class)
            .add("project-funds-planned.v1", ProjectFundsPlanned.class)
            .add("project-funds-paid-in.v1", ProjectFundsPaidIn.class)
            .add("project-member-joined.v1", ProjectMemberJoined.class)
            .add("project-member-left.v1", ProjectMemberLeft.class)
            .add("project-accepted.v1", ProjectAccepted.class)
            .add("project-recognised.v1", ProjectRecognised.class)
            .add("project-terminated.v1", ProjectTerminated.class)
            .build();
    private static final Aggregate<ProjectFold, ProjectEvent> AGGREGATE =
            new Aggregate<>(ProjectFold.INITIAL, ProjectFold::evolve, CODEC);

    private final Journal journal;
    private final Programmes programmes;

    Projects(Journal journal, Programmes programmes) {
        this.journal = journal;
        this.programmes = programmes;
    }

    static String stream(UUID id) {
        return "project-" + id;
    }

    Outcome<ProjectFold, ProjectEvent> declare(DeclareProject command) {
        return handle(command.project(), null, kind(command.programme(), command.kind()), command);
    }

    /** @param page as it was {@linkplain #recall recalled} */
    Outcome<ProjectFold, ProjectEvent> handle(ProjectPage page, @Nullable Long ifMatch, ProjectCommand command) {
        return handle(page.id, ifMatch, kind(page.programme, page.kind), command);
    }

    private Outcome<ProjectFold, ProjectEvent> handle(
            UUID id, @Nullable Long ifMatch, ProjectKind kind, ProjectCommand command) {
        var outcome =
                journal.handle(AGGREGATE, stream(id), ifMatch, now -> Project.decide(now.project(), kind, command));
        if (!outcome.events().isEmpty()) {
            journal.show(writes -> ProjectRow.write(outcome.state().page(), outcome.version(), writes));
        }
        return outcome;
    }

    /** What a project was declared as, for a command; the rest of the page may be behind. */
    ProjectPage recall(String id) {
        UUID key = uuid(id);
        var known = key == null ? null : journal.recall(AGGREGATE, stream(key));
        if (known == null || !known.exists()) {
            throw unknown(id);
        }
        return known.state().page();
    }

    ProjectRow known(String id) {
        UUID key = uuid(id);
        ProjectRow row = key == null ? null : ProjectRow.findById(key);
        if (row == null) {
            throw unknown(id);
        }
        return row;
    }

    /** The page with every stage of its kind in order, reached or not. */
    ProjectPage shown(ProjectPage page) {
        var kind = programmes.kind(page.programme, page.kind);
        if (kind == null) {
            return page;
        }
        var lines = new ArrayList<StageLine>();
        for (Stage stage : kind.stages()) {
            var reached = page.stages.stream()
                    .filter(line -> line.code().equals(stage.code()))
                    .findFirst();
            lines.add(new StageLine(
                    stage.code(),
                    stage.name(),
                    reached.map(StageLine::reachedOn).orElse(null)));
        }
        return page.withStages(lines);
    }

    private ProjectKind kind(String programme, String code) {
        var kind = programmes.kind(programme, code);
        if (kind == null) {
            throw new RefusedException(
                    Refusal.of(ProjectRule.PROGRAMME_NOT_KNOWN, programme).at("/programme"));
        }
        var stages = kind.stages().stream().map(Stage::code).toList();
        return new ProjectKind(kind.code(), stages, kind.taskBook(), kind.funds(), kind.members());
    }

    private static RefusedException unknown(String id) {
        return new RefusedException(Refusal.of(ProjectRule.PROJECT_UNKNOWN, id));
    }

    private static @Nullable UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
