package cn.chuyi.registry.project;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;
import static cn.chuyi.registry.project.ProjectRule.BEFORE_DECLARATION;
import static cn.chuyi.registry.project.ProjectRule.KIND_WITHOUT_MEMBERS;
import static cn.chuyi.registry.project.ProjectRule.MEMBER_UNKNOWN;
import static cn.chuyi.registry.project.ProjectRule.PROJECT_EXISTS;
import static cn.chuyi.registry.project.ProjectRule.PROJECT_TERMINATED;
import static cn.chuyi.registry.project.ProjectRule.PROJECT_UNKNOWN;
import static cn.chuyi.registry.project.ProjectRule.STATUS_FORBIDS;
import static cn.chuyi.registry.project.ProjectStatus.ACCEPTED;
import static cn.chuyi.registry.project.ProjectStatus.DECLARED;
import static cn.chuyi.registry.project.ProjectStatus.LISTED;
import static cn.chuyi.registry.project.ProjectStatus.RECOMMENDED;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
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
import cn.chuyi.registry.project.ProjectEvent.Member;
import cn.chuyi.registry.project.ProjectEvent.ProjectAccepted;
import cn.chuyi.registry.project.ProjectEvent.ProjectDeclared;
import cn.chuyi.registry.project.ProjectEvent.ProjectListed;
import cn.chuyi.registry.project.ProjectEvent.ProjectMemberJoined;
import cn.chuyi.registry.project.ProjectEvent.ProjectMemberLeft;
import cn.chuyi.registry.project.ProjectEvent.ProjectRecognised;
import cn.chuyi.registry.project.ProjectEvent.ProjectRecommended;
import cn.chuyi.registry.project.ProjectEvent.ProjectTerminated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A project as its facts tell it. */
sealed interface Project {

    Project INITIAL = new Undeclared();

    record Undeclared() implements Project {}

    /**
     * A project that goes on, or has reached its end.
     *
     * @param stage the furthest stage reached; absent before the first
     * @param planned task book points by year
     * @param done reported points by year
     */
    record Underway(
            UUID id,
            ProjectStatus status,
            @Nullable String stage,
            Map<Integer, BigDecimal> planned,
            Map<Integer, BigDecimal> done,
            List<Member> members,
            LocalDate since)
            implements Project {

        boolean has(Member member) {
            return members.stream().anyMatch(member::same);
        }
    }

    record Terminated(LocalDate on) implements Project {}

    static Decision<ProjectEvent> decide(Project project, ProjectKind kind, ProjectCommand command) {
        return switch (project) {
            case Undeclared _ -> command instanceof DeclareProject c ? declare(c) : refuse(PROJECT_UNKNOWN, "");
            case Terminated t -> refuse(PROJECT_TERMINATED, t.on());
            case Underway p
            when command.on().isBefore(p.since()) ->
                refuse(Refusal.of(BEFORE_DECLARATION, p.since()).at("/effectiveOn"));
            case Underway p -> decide(p, kind, command);
        };
    }

    private static Decision<ProjectEvent> decide(Underway p, ProjectKind kind, ProjectCommand command) {
        return switch (command) {
            case DeclareProject _ -> refuse(PROJECT_EXISTS, p.id());
            case RecommendProject c -> from(p, Set.of(DECLARED), new ProjectRecommended(p.id(), c.by(), c.on()));
            case ListProject c ->
                from(p, Set.of(DECLARED, RECOMMENDED), new ProjectListed(p.id(), c.batch(), c.notice(), c.on()));
            case AgreeTaskBook c -> Delivery.agree(p, kind, c);
            case ReportProgress c -> Delivery.report(p, kind, c);
            case ReachStage c -> Delivery.reach(p, kind, c);
            case RecordFunds c -> Delivery.fund(p, kind, c);
            case AddMember c -> join(p, kind, c);
            case RemoveMember c -> leave(p, c);
            case AcceptProject c -> from(p, Set.of(LISTED), new ProjectAccepted(p.id(), c.on()));
            case RecogniseProject c -> from(p, Set.of(ACCEPTED), new ProjectRecognised(p.id(), c.notice(), c.on()));
            case TerminateProject c -> accept(new ProjectTerminated(p.id(), c.reason(), c.on()));
        };
    }

    private static Decision<ProjectEvent> declare(DeclareProject c) {
        return accept(new ProjectDeclared(
                c.project(),
                c.programme(),
                c.task(),
                c.kind(),
                c.name(),
                c.leadUnit(),
                c.locatedIn(),
                c.demo(),
                c.on()));
    }

    private static Decision<ProjectEvent> from(Underway p, Set<ProjectStatus> allowed, ProjectEvent event) {
        return allowed.contains(p.status())
                ? accept(event)
                : refuse(
                        STATUS_FORBIDS,
                        p.status(),
                        allowed.stream().sorted().map(Enum::name).collect(Collectors.joining(", ")));
    }

    private static Decision<ProjectEvent> join(Underway p, ProjectKind kind, AddMember c) {
        if (!kind.members()) {
            return refuse(KIND_WITHOUT_MEMBERS, kind.code());
        }
        return p.has(c.member()) ? accept() : accept(new ProjectMemberJoined(p.id(), c.member(), c.on()));
    }

    private static Decision<ProjectEvent> leave(Underway p, RemoveMember c) {
        for (Member member : p.members()) {
            if (member.same(c.member())) {
                return accept(new ProjectMemberLeft(p.id(), member, c.on()));
            }
        }
        return refuse(Refusal.of(MEMBER_UNKNOWN, c.member().name()).at("/name"));
    }

    static Project evolve(Project project, ProjectEvent event) {
        if (event instanceof ProjectDeclared e) {
            return new Underway(e.project(), DECLARED, null, Map.of(), Map.of(), List.of(), e.effectiveOn());
        }
        return project instanceof Underway p ? Delivery.evolve(p, event) : project;
    }
}
