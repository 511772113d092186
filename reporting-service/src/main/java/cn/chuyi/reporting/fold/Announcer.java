package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fold.Assessor.Inputs;
import cn.chuyi.reporting.fold.CaseFile.Publication;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Standing.Collected;
import java.util.List;
import java.util.Map;

/** Hears what is found. Live folding notes it, to be announced later; a rebuild announces nothing. */
interface Announcer {

    /** Announces nothing. */
    Announcer SILENT = _ -> {};

    /**
     * What folding found about one unit.
     *
     * @param counties what stands for the city's counties, by code; empty for a county
     * @param measures by indicator
     * @param sealed editions that were not there before
     */
    record Found(
            Cycle cycle,
            Unit unit,
            Assessor assessor,
            Inputs inputs,
            CaseFile file,
            Map<String, Result> counties,
            Map<String, Collected> measures,
            List<Sealed> sealed) {
        Catalogue catalogue() {
            return assessor.catalogue();
        }

        String stream() {
            return cycle.scoreStream(unit.code());
        }
    }

    record Sealed(Publication publication, Result result) {}

    /** Takes note of what stands for these units, also where that is what stood before. */
    default void scored(Cycle cycle, Assessor assessor, Map<Unit, Result> results) {}

    /** Announces it, or takes note of it; within the caller's transaction, at the latest when it finishes. */
    void announce(List<Found> found);

    /** Nothing more will be found in this transaction. */
    default void finish() {}
}
