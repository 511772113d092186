package cn.chuyi.reporting.board;

import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.fold.ScoreTables.Edition;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published result.
 *
 * @param sealed when the publication was recorded
 * @param reason of a restatement; absent for the first edition
 * @param digest SHA-256 of {@code canonical}
 */
record EditionView(
        int edition,
        Instant sealed,
        @Nullable String reason,
        @Nullable BigDecimal total,
        String grade,
        List<Item> items,
        String digest,
        String canonical) {

    static EditionView of(Cycle cycle, Unit unit, Edition edition, @Nullable String reason) {
        Result result = edition.result();
        var score = result.score();
        return new EditionView(
                result.edition(),
                edition.sealed(),
                reason,
                score == null ? null : score.total(),
                result.grade(),
                score == null ? List.of() : score.items(),
                edition.digest(),
                result.canonical(cycle, unit).text());
    }
}
