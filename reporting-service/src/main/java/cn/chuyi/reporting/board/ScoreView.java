package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.board.Incompleteness.Reason;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Score;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's score as it is answered.
 *
 * @param city absent for a city
 * @param edition 0 is provisional
 * @param total absent when not rated
 * @param problem the input that cannot be read; then there is no score
 * @param items absent in lists
 * @param basis last positions of the log that it rests on
 */
record ScoreView(
        String programme,
        int year,
        Named unit,
        Level level,
        @Nullable Named city,
        int edition,
        boolean provisional,
        boolean demo,
        @Nullable BigDecimal total,
        String grade,
        @Nullable BigDecimal base,
        @Nullable BigDecimal credibility,
        @Nullable BigDecimal bonus,
        @Nullable BigDecimal deduction,
        @Nullable BigDecimal applicableWeight,
        @Nullable Integer rank,
        boolean incomplete,
        List<Reason> incompleteReasons,
        @Nullable Text problem,
        @Nullable List<ItemView> items,
        List<AppliedView> applied,
        String digest,
        List<Position> basis) {

    record ItemView(
            String indicator,
            Text name,
            String group,
            Text groupName,
            BigDecimal weight,
            State state,
            @Nullable String value,
            @Nullable BigDecimal share,
            @Nullable BigDecimal points) {

        static ItemView of(Indicator indicator, Item item) {
            return new ItemView(
                    indicator.code(),
                    indicator.name(),
                    indicator.group(),
                    indicator.groupName(),
                    indicator.weight(),
                    item.state(),
                    item.value(),
                    item.share(),
                    item.points());
        }
    }

    /** A veto: the grade before and after it. */
    record AppliedView(String rule, @Nullable Text name, String from, String to) {}

    static ScoreView of(Shown shown) {
        var score = shown.result().score();
        var catalogue = shown.catalogue();
        return new ScoreView(
                shown.cycle().programme(),
                shown.cycle().year(),
                shown.named(shown.unit().code()),
                shown.unit().level(),
                shown.city(),
                shown.result().edition(),
                shown.result().edition() == 0,
                shown.unit().demo() || shown.cycle().demo(),
                score == null ? null : score.total(),
                shown.result().grade(),
                score == null ? null : score.base(),
                score == null ? null : score.credibility(),
                score == null ? null : score.bonus(),
                score == null ? null : score.deduction(),
                score == null ? null : score.applicableWeight(),
                shown.rank(),
                !shown.missing().isEmpty(),
                shown.missing(),
                shown.result().problem(),
                catalogue == null || score == null ? null : items(catalogue, score),
                score == null ? List.of() : applied(catalogue, score),
                shown.digest(),
                shown.result().basis());
    }

    private static List<ItemView> items(Catalogue catalogue, Score score) {
        return score.items().stream()
                .flatMap(item ->
                        catalogue.indicator(item.indicator()).stream().map(indicator -> ItemView.of(indicator, item)))
                .toList();
    }

    private static List<AppliedView> applied(@Nullable Catalogue catalogue, Score score) {
        return score.applied().stream()
                .map(each -> new AppliedView(
                        each.rule(),
                        catalogue == null ? null : Rules.name(catalogue, each.rule()),
                        each.from(),
                        each.to()))
                .toList();
    }
}
