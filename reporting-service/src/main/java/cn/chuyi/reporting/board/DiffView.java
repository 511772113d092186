package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.score.Comparison.Parts;
import cn.chuyi.reporting.score.Item.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What stood for a unit at two instants, and what moved it.
 *
 * @param parts the change of the total, taken apart so that it adds up; absent unless both are rated
 * @param findings facts in between that confirmed or withdrew findings
 * @param others facts in between that concern the whole: publications, catalogues, the cycle
 */
record DiffView(
        int year,
        Named unit,
        Instant from,
        Instant to,
        Side before,
        Side after,
        @Nullable Parts parts,
        List<Item> items,
        List<Leaf> findings,
        List<Leaf> others,
        Text sentence) {

    /** @param rank absent when not rated, or not to be seen */
    @Schema(name = "ResultSide")
    record Side(
            int edition,
            boolean provisional,
            @Nullable BigDecimal total,
            String grade,
            @Nullable BigDecimal base,
            @Nullable BigDecimal bonus,
            @Nullable BigDecimal deduction,
            @Nullable BigDecimal credibility,
            @Nullable BigDecimal applicableWeight,
            @Nullable Integer rank) {}

    /**
     * An indicator that moved.
     *
     * @param before absent when the catalogue did not have it
     * @param after absent when the catalogue no longer has it
     * @param contribution to the change of the total; absent unless both are rated
     * @param events facts in between that touch it, or that moved it together with others
     */
    @Schema(name = "MovedItem")
    record Item(
            String indicator,
            @Nullable Text name,
            @Nullable Stood before,
            @Nullable Stood after,
            @Nullable BigDecimal contribution,
            List<Leaf> events,
            Text sentence) {}

    record Stood(
            State state,
            @Nullable String value,
            @Nullable BigDecimal share,
            @Nullable BigDecimal points,
            BigDecimal weight) {}
}
