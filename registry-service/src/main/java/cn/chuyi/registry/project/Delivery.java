package cn.chuyi.registry.project;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;
import static cn.chuyi.registry.project.ProjectRule.FUNDS_EMPTY;
import static cn.chuyi.registry.project.ProjectRule.KIND_WITHOUT_FUNDS;
import static cn.chuyi.registry.project.ProjectRule.KIND_WITHOUT_STAGES;
import static cn.chuyi.registry.project.ProjectRule.KIND_WITHOUT_TASK_BOOK;
import static cn.chuyi.registry.project.ProjectRule.PROGRESS_ABOVE_PLAN;
import static cn.chuyi.registry.project.ProjectRule.STAGE_BACKWARD;
import static cn.chuyi.registry.project.ProjectRule.STAGE_UNKNOWN;
import static cn.chuyi.registry.project.ProjectRule.TASK_BOOK_BELOW_DONE;
import static cn.chuyi.registry.project.ProjectRule.TASK_BOOK_MISSING;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.registry.project.Project.Terminated;
import cn.chuyi.registry.project.Project.Underway;
import cn.chuyi.registry.project.ProjectCommand.AgreeTaskBook;
import cn.chuyi.registry.project.ProjectCommand.ReachStage;
import cn.chuyi.registry.project.ProjectCommand.RecordFunds;
import cn.chuyi.registry.project.ProjectCommand.ReportProgress;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a project delivers, year by year and stage by stage. */
final class Delivery {
    private Delivery() {}

    static Decision<ProjectEvent> agree(Underway p, ProjectKind kind, AgreeTaskBook c) {
        if (!kind.taskBook()) {
            return refuse(KIND_WITHOUT_TASK_BOOK, kind.code());
        }
        BigDecimal done = p.done().getOrDefault(c.year(), BigDecimal.ZERO);
        if (c.planned().compareTo(done) < 0) {
            return refuse(Refusal.of(TASK_BOOK_BELOW_DONE, year(c.year()), done.toPlainString())
                    .at("/planned"));
        }
        BigDecimal planned = p.planned().get(c.year());
        return planned != null && planned.compareTo(c.planned()) == 0
                ? accept()
                : accept(new ProjectTaskBookAgreed(p.id(), c.year(), c.planned(), c.on()));
    }

    static Decision<ProjectEvent> report(Underway p, ProjectKind kind, ReportProgress c) {
        if (!kind.taskBook()) {
            return refuse(KIND_WITHOUT_TASK_BOOK, kind.code());
        }
        BigDecimal planned = p.planned().get(c.year());
        if (planned == null) {
            return refuse(Refusal.of(TASK_BOOK_MISSING, year(c.year())).at("/year"));
        }
        return c.done().compareTo(planned) > 0
                ? refuse(Refusal.of(
                                PROGRESS_ABOVE_PLAN, c.done().toPlainString(), planned.toPlainString(), year(c.year()))
                        .at("/done"))
                : accept(new ProjectProgressReported(p.id(), c.year(), c.done(), c.evidence(), c.on()));
    }

    static Decision<ProjectEvent> reach(Underway p, ProjectKind kind, ReachStage c) {
        if (kind.stages().isEmpty()) {
            return refuse(Refusal.of(KIND_WITHOUT_STAGES, kind.code()).at("/stage"));
        }
        int next = kind.stages().indexOf(c.stage());
        if (next < 0) {
            return refuse(Refusal.of(STAGE_UNKNOWN, kind.code(), c.stage(), String.join(", ", kind.stages()))
                    .at("/stage"));
        }
        String reached = p.stage();
        int now = reached == null ? -1 : kind.stages().indexOf(reached);
        if (reached != null && next < now) {
            return refuse(Refusal.of(STAGE_BACKWARD, reached, c.stage()).at("/stage"));
        }
        return next == now ? accept() : accept(new ProjectStageReached(p.id(), c.stage(), c.on()));
    }

    static Decision<ProjectEvent> fund(Underway p, ProjectKind kind, RecordFunds c) {
        if (!kind.funds()) {
            return refuse(KIND_WITHOUT_FUNDS, kind.code());
        }
        var events = new ArrayList<ProjectEvent>();
        if (c.planned() != null) {
            events.add(new ProjectFundsPlanned(p.id(), c.year(), c.planned(), c.on()));
        }
        if (c.paidIn() != null) {
            events.add(new ProjectFundsPaidIn(p.id(), c.year(), c.paidIn(), c.on()));
        }
        return events.isEmpty() ? refuse(FUNDS_EMPTY) : accept(events);
    }

    static Project evolve(Underway p, ProjectEvent event) {
        return switch (event) {
            case ProjectDeclared _, ProjectFundsPlanned _, ProjectFundsPaidIn _ -> p;
            case ProjectRecommended _ -> at(p, ProjectStatus.RECOMMENDED, p.stage());
            case ProjectListed _ -> at(p, ProjectStatus.LISTED, p.stage());
            case ProjectAccepted _ -> at(p, ProjectStatus.ACCEPTED, p.stage());
            case ProjectRecognised _ -> at(p, ProjectStatus.RECOGNISED, p.stage());
            case ProjectStageReached e -> at(p, p.status(), e.stage());
            case ProjectTaskBookAgreed e -> points(p, plus(p.planned(), e.year(), e.planned()), p.done());
            case ProjectProgressReported e -> points(p, p.planned(), plus(p.done(), e.year(), e.done()));
            case ProjectMemberJoined e ->
                members(
                        p,
                        Stream.concat(p.members().stream(), Stream.of(e.member()))
                                .toList());
            case ProjectMemberLeft e ->
                members(p, p.members().stream().filter(m -> !e.member().same(m)).toList());
            case ProjectTerminated e -> new Terminated(e.effectiveOn());
        };
    }

    private static Underway at(Underway p, ProjectStatus status, @Nullable String stage) {
        return new Underway(p.id(), status, stage, p.planned(), p.done(), p.members(), p.since());
    }

    private static Underway points(Underway p, Map<Integer, BigDecimal> planned, Map<Integer, BigDecimal> done) {
        return new Underway(p.id(), p.status(), p.stage(), planned, done, p.members(), p.since());
    }

    private static Underway members(Underway p, List<Member> members) {
        return new Underway(p.id(), p.status(), p.stage(), p.planned(), p.done(), members, p.since());
    }

    private static Map<Integer, BigDecimal> plus(Map<Integer, BigDecimal> map, int year, BigDecimal value) {
        var next = new HashMap<>(map);
        next.put(year, value);
        return Map.copyOf(next);
    }

    /** A year as a word, so that no message groups its digits. */
    private static String year(int year) {
        return Integer.toString(year);
    }
}
