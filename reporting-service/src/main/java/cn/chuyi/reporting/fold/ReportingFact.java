package cn.chuyi.reporting.fold;

import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Level;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reporting announces on {@code score-{programme}-{year}-{unit}}. The words and shapes are in {@code contract/}. */
public sealed interface ReportingFact {

    JsonEventCodec<ReportingFact> CODEC = JsonEventCodec.of(ReportingFact.class, "chuyi.reporting.")
            .add("measure-changed.v1", MeasureChanged.class)
            .add("score-sealed.v1", ScoreSealed.class)
            .add("restatement-proposed.v1", RestatementProposed.class)
            .add("restatement-proposal-withdrawn.v1", RestatementProposalWithdrawn.class)
            .build();

    enum State {
        COLLECTED,
        NOT_APPLICABLE
    }

    /**
     * A measure says something else than it last did.
     *
     * @param measure its name in the catalogue
     * @param value as it is recorded; absent when not applicable
     */
    record MeasureChanged(
            String programme,
            int year,
            String unit,
            String indicator,
            String measure,
            State state,
            @Nullable String value)
            implements ReportingFact {}

    /**
     * A published result, for good.
     *
     * @param edition 1 for the first publication
     * @param total two decimals; absent when not rated
     * @param base six decimals; absent when not rated
     * @param digest SHA-256 of the unit's canonical lines, lowercase hex
     * @param resultPosition the fact of the case that published it
     */
    record ScoreSealed(
            String programme,
            int year,
            String unit,
            Level level,
            int edition,
            @Nullable BigDecimal total,
            String grade,
            @Nullable BigDecimal base,
            BigDecimal credibility,
            List<Item> items,
            String digest,
            Place resultPosition)
            implements ReportingFact {}

    record Place(String stream, long version) {}

    /**
     * The measures say something else today than a published result holds of them (更正建议). Nothing of the result
     * changes by it. It stands until another proposal, its withdrawal, or the next sealed edition.
     *
     * @param edition that stands
     * @param corrections never empty
     */
    record RestatementProposed(
            String programme,
            int year,
            String unit,
            Level level,
            int edition,
            Outcome published,
            Outcome proposed,
            List<Correction> corrections)
            implements ReportingFact {}

    /** @param total two decimals; absent when not rated */
    record Outcome(@Nullable BigDecimal total, String grade) {}

    /**
     * @param published absent when the result could not be computed
     * @param proposed what the catalogue makes of the measure's value
     * @param copiedFrom the {@code measure-changed} that review copied; absent when it copied none
     */
    record Correction(
            @Nullable Item published,
            Item proposed,
            @Nullable Place copiedFrom) {}

    /** The measures say again what the published result holds of them, for example because a correction was taken back. */
    record RestatementProposalWithdrawn(String programme, int year, String unit, int edition)
            implements ReportingFact {}
}
