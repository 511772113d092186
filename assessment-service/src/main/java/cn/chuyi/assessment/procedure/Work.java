package cn.chuyi.assessment.procedure;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.kit.decision.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a case without moving it: a row of {@code procedure.json}.
 *
 * @param path below the case
 * @param states in which it can be done
 * @param phase under which a verification of this row is recorded; absent for other works
 */
public record Work(
        String action,
        String method,
        String path,
        Text title,
        List<State> states,
        List<String> roles,
        @Nullable Level level,
        @Nullable String phase,
        Text legalBasis) {

    public Work {
        states = List.copyOf(states);
        roles = List.copyOf(roles);
    }

    boolean concerns(Level other) {
        return level == null || level == other;
    }
}
