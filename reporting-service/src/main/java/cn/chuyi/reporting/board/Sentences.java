package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.measure.Measures;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Score;

/** An explanation in words. */
final class Sentences {

    private Sentences() {}

    static Text total(Result result) {
        var score = result.score();
        if (score == null) {
            return new Text("输入无法识别：" + result.problem(), "An input cannot be read: " + result.problem());
        }
        return score.total() == null ? notRated(score) : rated(score);
    }

    private static Text notRated(Score score) {
        var weight = score.applicableWeight().toPlainString();
        return new Text("适用权重仅 " + weight + "，不予评级。", "Only weight " + weight + " applies: not rated.");
    }

    private static Text rated(Score score) {
        var sum = score.base() + " + " + score.bonus() + " − " + score.deduction() + " = " + score.total();
        return new Text(
                "基础分 + 加分 − 扣分：" + sum + "（限 0 至 100），等次 " + score.grade() + "。",
                "Base + bonus − deduction: " + sum + " (within 0 to 100), grade " + score.grade() + ".");
    }

    static Text standing(Indicator indicator, Item item) {
        return switch (item.state()) {
            case NOT_APPLICABLE -> new Text("不适用，不计入分母。", "Does not apply and leaves the denominator.");
            case VERIFIED -> new Text("采用核定值。", "The verified value stands.");
            case COLLECTED ->
                new Text(
                        "采用登记数据计算的值（" + Measures.name(indicator.measure()) + "）。",
                        "The value computed from the register stands (" + Measures.name(indicator.measure()) + ").");
            case REPORTED -> new Text("采用自评值，按可信度折算。", "The reported value stands, discounted by the credibility.");
            case MISSING -> new Text("没有可采用的值，得 0 分。", "Nothing stands: 0 points.");
        };
    }
}
