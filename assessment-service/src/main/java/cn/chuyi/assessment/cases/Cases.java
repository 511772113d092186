package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseCommand.OpenCase;
import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import cn.chuyi.assessment.cases.Setting.Actor;
import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.cycle.Census;
import cn.chuyi.assessment.cycle.Cycle;
import cn.chuyi.assessment.cycle.CycleId;
import cn.chuyi.assessment.cycle.Cycles;
import cn.chuyi.assessment.cycle.Noticed;
import cn.chuyi.assessment.cycle.Unit;
import cn.chuyi.assessment.measure.Measures;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.http.Caller;
import cn.chuyi.kit.journal.Aggregate;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shell around {@link Case}: reads what a decision goes by, appends what was decided, keeps the list up to date. */
@ApplicationScoped
class Cases implements Census {
    static final CaseCodec CODEC = new CaseCodec(ProcedureFile.procedure().facts());
    private static final Aggregate<Case, CaseEvent> AGGREGATE = new Aggregate<>(Case.NONE, Case::evolve, CODEC);

    private final Journal journal;
    private final Cycles cycles;
    private final Measures measures;
    private final Caller caller;
    private final Clock clock;

    Cases(Journal journal, Cycles cycles, Measures measures, Caller caller, Clock clock) {
        this.journal = journal;
        this.cycles = cycles;
        this.measures = measures;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    Outcome<Case, CaseEvent> load(CaseId id) {
        return journal.load(AGGREGATE, id.stream());
    }

    @Transactional(TxType.MANDATORY)
    Outcome<Case, CaseEvent> handle(CaseId id, @Nullable Long ifMatch, CaseCommand command) {
        Cycle cycle = cycles.find(id.cycle());
        var outcome = journal.handle(AGGREGATE, id.stream(), ifMatch, before -> {
            Level level = before.opened() == null ? Level.COUNTY : before.unit().level();
            return cycle.noticed()
                    ? Decisions.decide(setting(id, cycle, level), before, command)
                    : Decision.refuse(CaseRule.CASE_UNKNOWN);
        });
        record(id, outcome);
        return outcome;
    }

    /** What a decision about this case goes by, for this caller, now. */
    @Transactional(TxType.MANDATORY)
    Setting setting(CaseId id, Cycle cycle, Level level) {
        return new Setting(
                ProcedureFile.procedure(),
                cycles.timetable(cycle),
                cycles.catalogue(cycle, level),
                cycle.scoringClosed(),
                LocalDate.now(clock),
                new Actor(caller.subject(), caller.roles()),
                new Lookups(id, measures, journal));
    }

    /** Begins the case of every listed unit, in the transaction of the notice. */
    void begin(@Observes Noticed noticed) {
        Cycle cycle = noticed.cycle();
        var notice = Objects.requireNonNull(cycle.notice(), "a noticed cycle has a notice");
        for (Unit unit : cycle.units()) {
            var id = new CaseId(cycle.id().programme(), cycle.id().year(), unit.code());
            var opened =
                    new CaseOpened(id.programme(), id.year(), unit.code(), unit.level(), unit.parent(), cycle.demo());
            Setting setting = setting(id, cycle, unit.level());
            var outcome = journal.handle(
                    AGGREGATE,
                    id.stream(),
                    null,
                    before -> Decisions.decide(setting, before, new OpenCase(opened, notice.effectiveOn())));
            row(id, unit).persist();
            record(id, outcome);
        }
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public long before(CycleId cycle, State state) {
        return CaseRow.count("cycle = ?1 and status not in ?2", cycle.toString(), State.from(state));
    }

    private static CaseRow row(CaseId id, Unit unit) {
        var row = new CaseRow();
        row.id = id.toString();
        row.cycle = id.cycle().toString();
        row.unit = unit.code();
        row.name = unit.name();
        row.level = unit.level();
        row.parent = unit.parent();
        row.status = State.NOT_STARTED;
        return row;
    }

    private static void record(CaseId id, Outcome<Case, CaseEvent> outcome) {
        CaseRow row = CaseRow.findById(id.toString());
        Case now = outcome.state();
        row.status = now.state();
        row.dueOn = now.progress().dueOn();
        row.returns = now.progress().returns();
        row.version = outcome.version();
    }
}
