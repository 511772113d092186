package cn.chuyi.assessment.cycle;

import cn.chuyi.assessment.cycle.CycleEvent.CatalogueInForce;
import cn.chuyi.assessment.procedure.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface CycleCommand {

    /** Opens the cycle under the frozen revisions; {@code catalogues} lacks a level that has none. */
    record OpenCycle(LocalDate referenceDate, List<CatalogueInForce> catalogues, boolean demo)
            implements CycleCommand {}

    /** Lists the units; {@code unknown} are codes asked for that are no unit at the reference date. */
    record ListUnits(List<Unit> units, List<String> unknown) implements CycleCommand {}

    /** Issues the notice; {@code latest} are the frozen revisions at this moment. */
    record IssueNotice(String document, LocalDate on, List<CatalogueInForce> latest) implements CycleCommand {}

    record SetDeadline(String step, int amount, Span unit, String legalBasis, boolean known) implements CycleCommand {}

    /** Closes scoring; {@code unscored} cases have not been scored preliminarily. */
    record CloseScoring(LocalDate on, long unscored) implements CycleCommand {}

    /** Publishes; {@code unpublished} cases have no published result. */
    record PublishCycle(@Nullable String document, LocalDate on, long unpublished) implements CycleCommand {}
}
