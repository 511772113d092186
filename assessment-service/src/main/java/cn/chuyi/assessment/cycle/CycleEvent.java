package cn.chuyi.assessment.cycle;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.procedure.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a cycle. */
public sealed interface CycleEvent {

    String programme();

    int year();

    /** The frozen revision that the units of a level are assessed by. */
    record CatalogueInForce(Level level, int revision, String sha256) {}

    /**
     * A cycle was opened, or opened again before its notice with other terms; the latest counts.
     *
     * @param referenceDate the day whose facts count
     * @param demo its numbers are invented
     */
    record CycleOpened(
            String programme, int year, LocalDate referenceDate, List<CatalogueInForce> catalogues, boolean demo)
            implements CycleEvent {}

    /** All units of the cycle; a later list replaces an earlier one. */
    record UnitsListed(String programme, int year, List<Unit> units) implements CycleEvent {}

    /** The written notice went out to every listed unit. */
    record NoticeIssued(String programme, int year, String document, LocalDate effectiveOn) implements CycleEvent {}

    /**
     * A time limit of this cycle.
     *
     * @param step name of the limit in the procedure
     */
    record DeadlineSet(String programme, int year, String step, int amount, Span unit, String legalBasis)
            implements CycleEvent {}

    /** From now on values change only by review or restatement. */
    record ScoringClosed(String programme, int year, LocalDate effectiveOn) implements CycleEvent {}

    record CyclePublished(
            String programme, int year, @Nullable String document, LocalDate effectiveOn) implements CycleEvent {}
}
