package cn.chuyi.assessment.cycle;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.cycle.CycleCommand.CloseScoring;
import cn.chuyi.assessment.cycle.CycleCommand.IssueNotice;
import cn.chuyi.assessment.cycle.CycleCommand.ListUnits;
import cn.chuyi.assessment.cycle.CycleCommand.OpenCycle;
import cn.chuyi.assessment.cycle.CycleCommand.PublishCycle;
import cn.chuyi.assessment.cycle.CycleCommand.SetDeadline;
import cn.chuyi.assessment.cycle.CycleEvent.CatalogueInForce;
import cn.chuyi.assessment.cycle.CycleEvent.CycleOpened;
import cn.chuyi.assessment.cycle.CycleEvent.CyclePublished;
import cn.chuyi.assessment.cycle.CycleEvent.DeadlineSet;
import cn.chuyi.assessment.cycle.CycleEvent.NoticeIssued;
import cn.chuyi.assessment.cycle.CycleEvent.ScoringClosed;
import cn.chuyi.assessment.cycle.CycleEvent.UnitsListed;
import cn.chuyi.assessment.procedure.Span;
import cn.chuyi.kit.test.Spec;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleTest {
    private static final String P = "CHUYI-2022";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final LocalDate REFERENCE = LocalDate.of(2025, 12, 31);
    private static final List<CatalogueInForce> FROZEN =
            List.of(new CatalogueInForce(Level.CITY, 1, "c1"), new CatalogueInForce(Level.COUNTY, 1, "k1"));
    private static final List<CatalogueInForce> NEWER =
            List.of(new CatalogueInForce(Level.CITY, 1, "c1"), new CatalogueInForce(Level.COUNTY, 2, "k2"));
    private static final Unit LIUYANG = new Unit("430181", "浏阳市", Level.COUNTY, "430100", null);

    private static final CycleOpened OPENED = new CycleOpened(P, 2025, REFERENCE, FROZEN, false);
    private static final UnitsListed LISTED = new UnitsListed(P, 2025, List.of(LIUYANG));
    private static final NoticeIssued NOTICED = new NoticeIssued(P, 2025, "湘教督通〔2026〕1号", DAY);
    private static final ScoringClosed CLOSED = new ScoringClosed(P, 2025, DAY);

    private final Spec<Cycle, CycleEvent, CycleCommand> spec =
            new Spec<>(Cycle.initial(new CycleId(P, 2025)), Cycle::evolve, Cycle::decide);

    @Test
    void a_cycle_opens_under_two_frozen_catalogues_and_not_under_one() {
        spec.given().when(new OpenCycle(REFERENCE, FROZEN, false)).then(OPENED);
        spec.given()
                .when(new OpenCycle(REFERENCE, FROZEN.subList(0, 1), false))
                .refused(CycleRule.CATALOGUES_NOT_FROZEN);
        spec.given(OPENED).when(new OpenCycle(REFERENCE, FROZEN, false)).thenNothing();
    }

    @Test
    void a_newer_revision_must_be_taken_over_before_the_notice_and_cannot_be_afterwards() {
        spec.given(OPENED, LISTED).when(new IssueNotice("d", DAY, NEWER)).refused(CycleRule.CATALOGUE_SUPERSEDED);
        spec.given(OPENED, LISTED)
                .when(new OpenCycle(REFERENCE, NEWER, false))
                .then(new CycleOpened(P, 2025, REFERENCE, NEWER, false));
        spec.given(OPENED, LISTED, NOTICED)
                .when(new OpenCycle(REFERENCE, NEWER, false))
                .refused(CycleRule.NOTICE_ALREADY_ISSUED);
    }

    @Test
    void the_notice_goes_out_once_and_to_listed_units() {
        spec.given(OPENED).when(new IssueNotice("d", DAY, FROZEN)).refused(CycleRule.NO_UNITS);
        spec.given(OPENED, LISTED)
                .when(new IssueNotice("湘教督通〔2026〕1号", DAY, FROZEN))
                .then(NOTICED);
        spec.given(OPENED, LISTED, NOTICED)
                .when(new IssueNotice("d", DAY, FROZEN))
                .refused(CycleRule.NOTICE_ALREADY_ISSUED);
    }

    @Test
    void unknown_units_are_refused_and_the_list_is_closed_by_the_notice() {
        spec.given(OPENED)
                .when(new ListUnits(List.of(LIUYANG), List.of("439999")))
                .refused(CycleRule.UNIT_UNKNOWN);
        spec.given(OPENED).when(new ListUnits(List.of(LIUYANG), List.of())).then(LISTED);
        spec.given(OPENED, LISTED)
                .when(new ListUnits(List.of(LIUYANG), List.of()))
                .thenNothing();
        spec.given(OPENED, LISTED, NOTICED)
                .when(new ListUnits(List.of(), List.of()))
                .refused(CycleRule.NOTICE_ALREADY_ISSUED);
    }

    @Test
    void a_limit_is_set_by_a_name_that_the_procedure_knows() {
        spec.given(OPENED)
                .when(new SetDeadline("self-assessment", 30, Span.D, "通知", true))
                .then(new DeadlineSet(P, 2025, "self-assessment", 30, Span.D, "通知"));
        spec.given(OPENED)
                .when(new SetDeadline("siesta", 30, Span.D, "通知", false))
                .refused(CycleRule.STEP_UNKNOWN);
    }

    @Test
    void scoring_closes_when_every_case_is_scored_and_publication_waits_for_every_result() {
        spec.given(OPENED, LISTED).when(new CloseScoring(DAY, 0)).refused(CycleRule.NOTICE_NOT_ISSUED);
        spec.given(OPENED, LISTED, NOTICED).when(new CloseScoring(DAY, 3)).refused(CycleRule.CASES_NOT_SCORED);
        spec.given(OPENED, LISTED, NOTICED).when(new CloseScoring(DAY, 0)).then(CLOSED);
        spec.given(OPENED, LISTED, NOTICED).when(new PublishCycle(null, DAY, 0)).refused(CycleRule.SCORING_NOT_CLOSED);
        spec.given(OPENED, LISTED, NOTICED, CLOSED)
                .when(new PublishCycle(null, DAY, 1))
                .refused(CycleRule.CASES_NOT_PUBLISHED);
        spec.given(OPENED, LISTED, NOTICED, CLOSED)
                .when(new PublishCycle("通报", DAY, 0))
                .then(new CyclePublished(P, 2025, "通报", DAY));
    }

    @Test
    void nothing_happens_to_a_cycle_that_was_never_opened() {
        spec.given().when(new CloseScoring(DAY, 0)).refused(CycleRule.CYCLE_UNKNOWN);
    }
}
