package cn.chuyi.reporting.board;

import cn.chuyi.reporting.score.Level;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ranked board, best first, units without a rank last.
 *
 * @param digest of the canonical text that the same caller gets
 * @param complete whether it has all units; otherwise only those that the caller may see
 * @param parkedElsewhere number of parked records whose unit nobody can know
 */
record BoardView(
        String programme,
        int year,
        Level level,
        String digest,
        boolean complete,
        int parkedElsewhere,
        List<Row> units) {

    /**
     * @param city name of the county's city; absent for a city
     * @param peerRank rank within the unit's peer group; absent when it has none
     */
    record Row(
            @Nullable Integer rank,
            @Nullable Integer peerRank,
            String code,
            String name,
            @Nullable Named city,
            @Nullable BigDecimal total,
            String grade,
            int edition,
            boolean provisional,
            boolean incomplete,
            boolean demo) {}
}
