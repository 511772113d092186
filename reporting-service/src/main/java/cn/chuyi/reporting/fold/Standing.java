package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Level;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Of a unit's result what decides on ranks.
 *
 * @param total absent when it is not rated
 */
record Standing(Level level, @Nullable BigDecimal total, boolean isPublished) {

    static Standing of(Unit unit, Result result) {
        var score = result.score();
        return new Standing(unit.level(), score == null ? null : score.total(), result.edition() > 0);
    }

    /**
     * Rank among the rated ones of its level; equal totals share a rank.
     *
     * @param all of a cycle
     * @param publishedOnly compare with published results only
     * @return absent when this is not rated
     */
    @Nullable
    Integer rank(Collection<Standing> all, boolean publishedOnly) {
        return total == null
                ? null
                : 1
                        + (int) all.stream()
                                .filter(one -> one.isPublished() || !publishedOnly)
                                .filter(this::isBelow)
                                .count();
    }

    private boolean isBelow(Standing other) {
        return other.level() == level
                && total != null
                && other.total() != null
                && other.total().compareTo(total) > 0;
    }
}
