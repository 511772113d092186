package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.procedure.State;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Answer;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every command to a case goes through: who may, the command, and what became of it. */
@ApplicationScoped
class CaseDesk {
    private final Cases cases;
    private final Access access;

    CaseDesk(Cases cases, Access access) {
        this.cases = cases;
        this.access = access;
    }

    /**
     * What became of a command.
     *
     * @param recorded how many facts were written; 0 when the case already was as asked
     * @param version of the case now, as in its ETag
     */
    record Receipt(
            String id,
            State status,
            Text statusName,
            int recorded,
            long version,
            @Nullable LocalDate dueOn) {}

    @Transactional(TxType.MANDATORY)
    Response handle(String action, String id, @Nullable Long ifMatch, CaseCommand command) {
        CaseId key = CaseId.parse(id);
        if (!access.mayAnywhere(action)) {
            throw new ForbiddenException();
        }
        access.require(action, key.unit());
        var outcome = cases.handle(key, ifMatch, command);
        var receipt = new Receipt(
                key.toString(),
                outcome.state().state(),
                outcome.state().state().label(),
                outcome.events().size(),
                outcome.version(),
                outcome.state().progress().dueOn());
        return Answer.ok(receipt, outcome.stream(), outcome.version());
    }

    /** What a body may leave out, as a list. */
    static <T> List<T> orEmpty(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
