package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.cycle.Cycle;
import cn.chuyi.assessment.cycle.Cycles;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Caller;
import cn.chuyi.kit.journal.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collections;
import java.util.Set;

/** Shows a case to its caller, and no more of it than he may see. */
@ApplicationScoped
class CaseReading {
    private static final Set<String> REVIEWING =
            Set.of("province-office", "province-chair", "department", "inspector", "expert", "auditor");
    private static final String CITY_OFFICE = "city-office";

    private final Cases cases;
    private final Cycles cycles;
    private final Access access;
    private final Caller caller;

    CaseReading(Cases cases, Cycles cycles, Access access, Caller caller) {
        this.cases = cases;
        this.cycles = cycles;
        this.access = access;
        this.caller = caller;
    }

    @Transactional(TxType.MANDATORY)
    CaseView view(CaseId id, Case state) {
        if (state.opened() == null) {
            throw new RefusedException(Refusal.of(CaseRule.CASE_UNKNOWN));
        }
        Cycle cycle = cycles.find(id.cycle());
        Setting setting = cases.setting(id, cycle, state.unit().level());
        CaseRow row = CaseRow.findById(id.toString());
        boolean blind = !state.state().reached(State.PRELIM_FED_BACK)
                && ofTheUnit(state.unit().level());
        return CaseView.of(
                id,
                row.name,
                state,
                setting,
                blind,
                Actions.of(id, setting, state, action -> access.may(action, id.unit())));
    }

    /** The unit itself: it sees the review with the preliminary opinion, not before. */
    private boolean ofTheUnit(Level level) {
        return Collections.disjoint(caller.roles(), REVIEWING)
                && (level == Level.CITY || !caller.roles().contains(CITY_OFFICE));
    }
}
