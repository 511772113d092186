package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Incompleteness.Reason;
import cn.chuyi.reporting.fold.Latest;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One unit's result with everything that is shown beside it.
 *
 * @param catalogue absent when it is not asked for
 * @param rank absent when not rated, or not to be seen
 * @param names of divisions, by code
 */
record Shown(
        Cycle cycle,
        Unit unit,
        Result result,
        String digest,
        @Nullable Catalogue catalogue,
        @Nullable Integer rank,
        List<Reason> missing,
        Map<String, String> names) {

    /** @param everything whether it is ranked among all, and not only among the published */
    static Shown of(Latest.Beside latest, boolean everything) {
        var scored = latest.scored();
        var published = scored.result().edition() > 0 ? latest.published() : null;
        return new Shown(
                scored.cycle(),
                scored.unit(),
                scored.result(),
                scored.result().canonical(scored.cycle(), scored.unit()).digest(),
                scored.catalogue(),
                everything ? latest.rank() : published,
                List.of(),
                latest.names());
    }

    Named named(String code) {
        return new Named(code, names.getOrDefault(code, code));
    }

    @Nullable
    Named city() {
        var parent = unit.parent();
        return parent == null || unit.level() != Level.COUNTY ? null : named(parent);
    }
}
