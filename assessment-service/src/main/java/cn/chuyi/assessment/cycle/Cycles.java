package cn.chuyi.assessment.cycle;

import cn.chuyi.assessment.catalogue.Announcements;
import cn.chuyi.assessment.catalogue.CatalogueContent;
import cn.chuyi.assessment.catalogue.CatalogueId;
import cn.chuyi.assessment.catalogue.Catalogues;
import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.cycle.CycleEvent.CatalogueInForce;
import cn.chuyi.assessment.cycle.CycleEvent.CycleOpened;
import cn.chuyi.assessment.cycle.CycleEvent.CyclePublished;
import cn.chuyi.assessment.cycle.CycleEvent.DeadlineSet;
import cn.chuyi.assessment.cycle.CycleEvent.NoticeIssued;
import cn.chuyi.assessment.cycle.CycleEvent.ScoringClosed;
import cn.chuyi.assessment.cycle.CycleEvent.UnitsListed;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.assessment.procedure.Timetable;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.journal.Aggregate;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shell around {@link Cycle}. */
@ApplicationScoped
public class Cycles implements Announcements {
    static final JsonEventCodec<CycleEvent> CODEC = JsonEventCodec.of(CycleEvent.class, "chuyi.assessment.")
            .add("cycle-opened.v1", CycleOpened.class)
            .add("units-listed.v1", UnitsListed.class)
            .add("notice-issued.v1", NoticeIssued.class)
            .add("deadline-set.v1", DeadlineSet.class)
            .add("scoring-closed.v1", ScoringClosed.class)
            .add("cycle-published.v1", CyclePublished.class)
            .build();

    private final Journal journal;
    private final Catalogues catalogues;

    Cycles(Journal journal, Catalogues catalogues) {
        this.journal = journal;
        this.catalogues = catalogues;
    }

    @Transactional(TxType.MANDATORY)
    Outcome<Cycle, CycleEvent> handle(CycleId id, @Nullable Long ifMatch, Function<Cycle, CycleCommand> command) {
        return journal.handle(aggregate(id), id.stream(), ifMatch, cycle -> Cycle.decide(cycle, command.apply(cycle)));
    }

    @Transactional(TxType.MANDATORY)
    Outcome<Cycle, CycleEvent> load(CycleId id) {
        return journal.load(aggregate(id), id.stream());
    }

    /** The cycle as it stands; in status DRAFT when there is none. */
    @Transactional(TxType.MANDATORY)
    public Cycle find(CycleId id) {
        return load(id).state();
    }

    /** The catalogue that units of a level go by in a cycle whose notice was issued. */
    @Transactional(TxType.MANDATORY)
    public CatalogueContent catalogue(Cycle cycle, Level level) {
        String sha256 = cycle.catalogue(level);
        if (sha256 == null) {
            throw new IllegalStateException("cycle " + cycle.id() + " has no catalogue of level " + level);
        }
        return catalogues.content(
                new CatalogueId(cycle.id().programme(), cycle.id().year(), level), sha256);
    }

    /** The time limits of a cycle. */
    public Timetable timetable(Cycle cycle) {
        return new Timetable(ProcedureFile.workingDays(), cycle.amounts());
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean noticed(String programme, int year) {
        return find(new CycleId(programme, year)).noticed();
    }

    @Transactional(TxType.MANDATORY)
    List<CatalogueInForce> frozen(CycleId id) {
        var frozen = new ArrayList<CatalogueInForce>();
        for (Level level : Level.values()) {
            var latest = catalogues.latest(new CatalogueId(id.programme(), id.year(), level));
            if (latest != null) {
                frozen.add(new CatalogueInForce(level, latest.revision(), latest.sha256()));
            }
        }
        return frozen;
    }

    private static Aggregate<Cycle, CycleEvent> aggregate(CycleId id) {
        return new Aggregate<>(Cycle.initial(id), Cycle::evolve, CODEC);
    }
}
