package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.Catalogues;
import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorReported;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorVerified;
import cn.chuyi.assessment.cases.CaseEvent.Origin;
import cn.chuyi.assessment.cases.Setting.Actor;
import cn.chuyi.assessment.catalogue.CatalogueContent;
import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.measure.Measure;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.assessment.procedure.Span;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.assessment.procedure.Timetable;
import cn.chuyi.assessment.procedure.Timetable.Amount;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings and cases for tests of the pure core. */
final class Situation {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final CatalogueContent COUNTY = CatalogueContent.read(Catalogues.tree(Catalogues.county(2025)));
    static final CatalogueContent CITY = CatalogueContent.read(Catalogues.tree(Catalogues.city(2025)));
    static final Map<String, Measure> COLLECTED = Map.of(
            "K-C3", new Measure("K-C3", "condition-score", "92.500000", "score-CHUYI-2022-2025-430181", 4),
            "K-C2", new Measure("K-C2", "milestone", null, "score-CHUYI-2022-2025-430181", 5));
    static final String[] ALL = {
        "province-office", "province-chair", "city-office", "city-filler", "county-filler", "inspector", "expert"
    };
    private static final Map<String, Amount> NO_WINDOWS = Map.of(
            "defence-window", new Amount(0, Span.D),
            "review-window", new Amount(0, Span.D),
            "publicity-window", new Amount(0, Span.D));

    private Situation() {}

    static CaseOpened opened(Level level) {
        return new CaseOpened(
                "CHUYI-2022",
                2025,
                level == Level.COUNTY ? "430181" : "430100",
                level,
                level == Level.COUNTY ? "430100" : "430000",
                false);
    }

    /** A county's setting: nobody has filled or proposed, no windows, nothing collected. */
    static Setting setting(String... roles) {
        return setting(COUNTY, Map.of(), NO_WINDOWS, Set.of(), Set.of(), roles);
    }

    static Setting collecting(String... roles) {
        return setting(COUNTY, COLLECTED, NO_WINDOWS, Set.of(), Set.of(), roles);
    }

    static Setting waiting(String... roles) {
        return setting(COUNTY, Map.of(), Map.of(), Set.of(), Set.of(), roles);
    }

    static Setting filledBy(String subject, String... roles) {
        return setting(COUNTY, Map.of(), NO_WINDOWS, Set.of(subject), Set.of(), roles);
    }

    static Setting proposedBy(String subject, String... roles) {
        return setting(COUNTY, Map.of(), NO_WINDOWS, Set.of(), Set.of(subject), roles);
    }

    static Setting ofLevel(Level level, String... roles) {
        return setting(level == Level.COUNTY ? COUNTY : CITY, Map.of(), NO_WINDOWS, Set.of(), Set.of(), roles);
    }

    private static Setting setting(
            CatalogueContent catalogue,
            Map<String, Measure> collected,
            Map<String, Amount> amounts,
            Set<String> fillers,
            Set<String> proposers,
            String... roles) {
        return new Setting(
                ProcedureFile.procedure(),
                new Timetable(ProcedureFile.workingDays(), amounts),
                catalogue,
                false,
                TODAY,
                new Actor("me", Set.copyOf(Arrays.asList(roles))),
                new Known(collected, fillers, proposers));
    }

    private record Known(Map<String, Measure> collected, Set<String> fillers, Set<String> proposers)
            implements Setting.Background {}

    static Setting closed(Setting open) {
        return new Setting(
                open.procedure(),
                open.timetable(),
                open.catalogue(),
                true,
                open.today(),
                open.actor(),
                open.background());
    }

    /** An opened case in a state, with nothing said about any indicator. */
    static Case bare(Level level, State state) {
        Case opened = Case.evolve(Case.NONE, opened(level));
        var progress = new Progress(state, 0, Map.of(), null);
        return new Case(opened.opened(), progress, Values.NONE, Map.of(), 0, Map.of());
    }

    /** The same with every indicator that is reported both reported and verified: no guard is against it. */
    static Case complete(Level level, State state) {
        Case full = bare(level, state);
        for (CaseEvent event : everything(level)) {
            full = Case.evolve(full, event);
        }
        return full;
    }

    private static List<CaseEvent> everything(Level level) {
        var catalogue = Catalogues.county(2025);
        var json = level == Level.COUNTY ? catalogue : Catalogues.city(2025);
        CaseOpened unit = opened(level);
        return Catalogues.reported(json).stream()
                .<CaseEvent>mapMulti((code, events) -> {
                    String value = Catalogues.value(json, code);
                    events.accept(
                            new IndicatorReported(unit.programme(), unit.year(), unit.unit(), code, value, List.of()));
                    events.accept(new IndicatorVerified(
                            unit.programme(),
                            unit.year(),
                            unit.unit(),
                            code,
                            value,
                            Origin.REPORTED,
                            "DOC_REVIEW",
                            null,
                            null));
                })
                .toList();
    }
}
