package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.board.DiffView.Item;
import cn.chuyi.reporting.board.DiffView.Side;
import cn.chuyi.reporting.board.DiffView.Stood;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Comparison;
import cn.chuyi.reporting.score.Comparison.Moved;
import cn.chuyi.reporting.score.Score;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From one result of a unit to another, as it is shown. Pure.
 *
 * @param comparison absent when a side has no score
 */
record Movement(
        Result before,
        Result after,
        @Nullable Catalogue catalogue,
        @Nullable Comparison comparison) {

    static Movement of(
            Result before, @Nullable Catalogue catalogueBefore, Result after, @Nullable Catalogue catalogueAfter) {
        var was = before.score();
        var is = after.score();
        return new Movement(
                before,
                after,
                catalogueAfter,
                was == null || is == null || catalogueBefore == null || catalogueAfter == null
                        ? null
                        : Comparison.of(
                                new Comparison.Side(catalogueBefore, was), new Comparison.Side(catalogueAfter, is)));
    }

    Comparison.@Nullable Parts parts() {
        return comparison == null ? null : comparison.parts();
    }

    /** What an indicator contributes to the change of the total; absent where it does not, or cannot be told. */
    @Nullable
    BigDecimal contribution(String indicator) {
        if (comparison != null) {
            for (var moved : comparison.items()) {
                if (moved.indicator().equals(indicator)) {
                    return moved.contribution();
                }
            }
        }
        return null;
    }

    /** @param events finds the facts that touch an item */
    List<Item> items(Function<Moved, List<Leaf>> events) {
        return comparison == null
                ? List.of()
                : comparison.items().stream()
                        .map(moved -> item(moved, events.apply(moved)))
                        .toList();
    }

    private Item item(Moved moved, List<Leaf> events) {
        var name = catalogue == null
                ? null
                : catalogue
                        .indicator(moved.indicator())
                        .map(indicator -> indicator.name())
                        .orElse(null);
        var before = stood(moved.before(), moved.weightBefore());
        var after = stood(moved.after(), moved.weightAfter());
        return new Item(
                moved.indicator(),
                name,
                before,
                after,
                moved.contribution(),
                events,
                sentence(Objects.requireNonNullElse(name, new Text(moved.indicator(), moved.indicator())), moved));
    }

    private static @Nullable Stood stood(cn.chuyi.reporting.score.@Nullable Item item, BigDecimal weight) {
        return item == null ? null : new Stood(item.state(), item.value(), item.share(), item.points(), weight);
    }

    private static Text sentence(Text name, Moved moved) {
        var from = worth(moved.before());
        var to = worth(moved.after());
        var moves = moved.contribution();
        var zh = name.zh() + "：得分由 " + from + " 变为 " + to;
        var en = name.en() + ": points from " + from + " to " + to;
        return moves == null
                ? new Text(zh + "。", en + ".")
                : new Text(zh + "，总分 " + signed(moves) + "。", en + ", total " + signed(moves) + ".");
    }

    private static String worth(cn.chuyi.reporting.score.@Nullable Item item) {
        return item == null || item.points() == null
                ? "–"
                : item.points().stripTrailingZeros().toPlainString();
    }

    Text sentence() {
        var was = total(before);
        var is = total(after);
        var parts = parts();
        if (parts == null) {
            return new Text(
                    "总分 " + was + "，后为 " + is + "；未评级的一方无法分解。",
                    "Total " + was + ", then " + is + "; a side that is not rated cannot be taken apart.");
        }
        var change = was + " → " + is + (parts.total().signum() == 0 ? "" : " (" + signed(parts.total()) + ")");
        var zh = new StringJoiner("，", "总分 " + change.replace(" (", "（").replace(")", "）") + "：", "。")
                .setEmptyValue("总分 " + is + "，没有变化。");
        var en = new StringJoiner(", ", "Total " + change + ": ", ".").setEmptyValue("Total " + is + ", unchanged.");
        part(zh, en, "指标", "items", parts.items());
        part(zh, en, "加分", "bonus", parts.bonus());
        part(zh, en, "扣分", "deduction", parts.deduction());
        part(zh, en, "上下限", "limits", parts.limits());
        part(zh, en, "舍入", "rounding", parts.rounding());
        return new Text(zh.toString(), en.toString());
    }

    private static void part(StringJoiner inChinese, StringJoiner inEnglish, String zh, String en, BigDecimal points) {
        if (points.signum() != 0) {
            inChinese.add(zh + " " + signed(points));
            inEnglish.add(en + " " + signed(points));
        }
    }

    private static String total(Result result) {
        var score = result.score();
        return score == null || score.total() == null ? "–" : score.total().toPlainString();
    }

    private static String signed(BigDecimal number) {
        var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return number.signum() < 0 ? plain.replace('-', '−') : "+" + plain;
    }

    static Side side(Result result, @Nullable Integer rank) {
        var score = result.score();
        return new Side(
                result.edition(),
                result.edition() == 0,
                of(score, Score::total),
                result.grade(),
                of(score, Score::base),
                of(score, Score::bonus),
                of(score, Score::deduction),
                of(score, Score::credibility),
                of(score, Score::applicableWeight),
                rank);
    }

    private static @Nullable BigDecimal of(@Nullable Score score, Function<Score, @Nullable BigDecimal> part) {
        return score == null ? null : part.apply(score);
    }
}
