package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.board.DiffView.Item;
import cn.chuyi.reporting.board.DiffView.Side;
import cn.chuyi.reporting.score.Comparison.Parts;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an edition changed. Ranks are among what was published when it was sealed.
 *
 * @param against the edition it is compared with; 0 when there was none
 * @param reason of a restatement; absent for the first edition
 * @param before absent when there was none
 * @param items with the facts of the case between the two
 * @param ranksMoved of all units of the level, this one too
 */
record EditionDiff(
        int year,
        String unit,
        int edition,
        int against,
        Instant sealed,
        @Nullable String reason,
        @Nullable Side before,
        Side after,
        @Nullable Parts parts,
        List<Item> items,
        List<Rank> ranksMoved,
        @Nullable Text sentence) {

    /** @param before absent when it had none */
    @Schema(name = "MovedRank")
    record Rank(
            Named unit, @Nullable Integer before, @Nullable Integer after) {}
}
