package cn.chuyi.assessment.procedure;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.kit.decision.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a case: a row of {@code procedure.json}.
 *
 * @param action name by which permissions and clients know it
 * @param path last segment of the request that takes the step
 * @param roles who may take it; one of them is enough
 * @param guards what must hold besides, in the order in which it is checked
 * @param fact wire name (without prefix and version) of what is recorded
 * @param level the only level that goes this way; absent: both
 * @param due until when the actor should act
 * @param opens the window that must have expired before the step can be taken
 * @param automatic taken by the service itself when the cycle moves, never by a request
 */
public record Step(
        State from,
        String action,
        String path,
        Text title,
        List<String> roles,
        List<Guard> guards,
        State to,
        String fact,
        @Nullable Level level,
        @Nullable TimeLimit due,
        @Nullable TimeLimit opens,
        boolean automatic,
        Text legalBasis) {

    public Step {
        roles = List.copyOf(roles);
        guards = List.copyOf(guards);
    }

    boolean concerns(Level other) {
        return level == null || level == other;
    }
}
