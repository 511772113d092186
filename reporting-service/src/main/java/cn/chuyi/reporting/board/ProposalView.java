package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.board.DiffView.Side;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.score.Comparison.Parts;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Level;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register says today against what a published result holds of it: a proposal to restate (更正建议). The result
 * stays what it is until somebody restates it.
 *
 * @param published the edition as it stands
 * @param proposed what the same rules make of the corrected values; ranks are among the published results
 * @param parts the change of the total, taken apart; absent unless both are rated
 */
record ProposalView(
        String programme,
        int year,
        Level level,
        Named unit,
        int edition,
        Side published,
        Side proposed,
        @Nullable Parts parts,
        List<Correction> corrections,
        Text sentence) {

    /**
     * One indicator.
     *
     * @param publishedValue absent when the result has none
     * @param value absent when the measure does not apply any more
     * @param copiedFrom the announcement that review copied; absent when it copied none
     * @param contribution to the change of the total; absent unless both are rated
     * @param events facts of the register that were recorded since the value was copied
     */
    record Correction(
            String indicator,
            Text name,
            @Nullable String publishedValue,
            State state,
            @Nullable String value,
            @Nullable String copiedFrom,
            @Nullable BigDecimal contribution,
            List<Leaf> events) {}
}
