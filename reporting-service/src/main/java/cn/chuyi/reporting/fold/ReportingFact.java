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
}
