package cn.chuyi.registry.project;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Caller;
import cn.chuyi.kit.http.Version;
import cn.chuyi.kit.journal.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands one command of a caller to one project: scope first, then the rules, then the whole page as the answer. */
@ApplicationScoped
class ProjectDesk {
    private final Projects projects;
    private final Access access;
    private final Caller caller;

    ProjectDesk(Projects projects, Access access, Caller caller) {
        this.projects = projects;
        this.access = access;
        this.caller = caller;
    }

    Response handle(String action, String id, @Nullable String ifMatch, Supplier<ProjectCommand> command) {
        ProjectPage page = projects.recall(id);
        access.require(action, page.locatedIn);
        var outcome = projects.handle(page, Version.optional(ifMatch), command.get());
        return Answer.ok(projects.shown(outcome.state().page()), outcome.stream(), outcome.version());
    }

    /** As {@link #handle}, where the caller must say which version it saw. */
    Response update(String action, String id, @Nullable String ifMatch, Supplier<ProjectCommand> command) {
        Version.required(ifMatch);
        return handle(action, id, ifMatch, command);
    }

    /** The division that acts: the one named, else the caller's own. */
    String division(@Nullable String named) {
        String own = named != null ? named : caller.division();
        if (own == null) {
            throw new RefusedException(
                    Refusal.of(ProjectRule.RECOMMENDER_MISSING).at("/by"));
        }
        return own;
    }
}
