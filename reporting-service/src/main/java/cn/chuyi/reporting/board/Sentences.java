package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.board.Explanation.Adjustment;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.measure.Measures;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Credibility;
import cn.chuyi.reporting.score.FindingRule;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Measure;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Score.Applied;
import cn.chuyi.reporting.score.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An explanation in words. */
final class Sentences {

    private Sentences() {}

    static Text total(Result result) {
        var score = result.score();
        if (score == null) {
            var problem = Objects.requireNonNull(result.problem(), "neither score nor problem");
            return new Text("输入无法识别：" + problem.zh() + "。", "An input cannot be read: " + problem.en() + ".");
        }
        return score.total() == null ? notRated(score) : rated(score);
    }

    private static Text notRated(Score score) {
        var weight = plain(score.applicableWeight());
        return new Text("适用权重仅 " + weight + "，不予评级。", "Only weight " + weight + " applies: not rated.");
    }

    private static Text rated(Score score) {
        var sum = score.base() + " + " + score.bonus() + " − " + score.deduction() + " = " + score.total();
        return new Text(
                "基础分 + 加分 − 扣分：" + sum + "（限 0 至 100），等次 " + grade(score.grade()) + "。",
                "Base + bonus − deduction: " + sum + " (within 0 to 100), grade " + score.grade() + ".");
    }

    /** Base, credibility, each rule that has findings, total and grade. */
    static List<Text> steps(Catalogue catalogue, Score score, BigDecimal points, List<Adjustment> adjustments) {
        var steps = new ArrayList<Text>();
        var weight = plain(score.applicableWeight());
        if (score.base() == null) {
            var least = plain(catalogue.minimumApplicableWeight());
            steps.add(new Text(
                    "适用权重 " + weight + " 低于下限 " + least + "，不予评级。",
                    "Weight " + weight + " applies, less than " + least + ": not rated."));
        } else {
            steps.add(new Text(
                    "各指标得分之和 " + plain(points) + " ÷ 适用权重 " + weight + " × 100 = 基础分 " + plain(score.base()) + "。",
                    "The points, " + plain(points) + ", over the applicable weight, " + weight + ", times 100: base "
                            + plain(score.base()) + "."));
        }
        var credibility = plain(score.credibility());
        steps.add(new Text(
                "自评可信度 " + credibility + "，未经核定的自评值按此折算。",
                "Credibility " + credibility + " discounts what is reported and not verified."));
        adjustments.forEach(adjustment -> steps.add(adjustment.sentence()));
        if (score.base() != null) {
            steps.add(rated(score));
        }
        return steps;
    }

    /** @param exemption the office's reason why the indicator does not apply; absent where the office gave none */
    static Text standing(Indicator indicator, Item item, @Nullable String exemption) {
        return switch (item.state()) {
            case NOT_APPLICABLE -> notApplicable(indicator, exemption);
            case VERIFIED -> new Text("采用核定值。", "The verified value stands.");
            case COLLECTED -> {
                var measure = measure(indicator);
                yield new Text(
                        "采用登记数据计算的值（" + measure.zh() + "）。",
                        "The value computed from the register stands (" + measure.en() + ").");
            }
            case REPORTED -> new Text("采用自评值，按可信度折算。", "The reported value stands, discounted by the credibility.");
            case MISSING -> missing(indicator);
        };
    }

    private static Text notApplicable(Indicator indicator, @Nullable String exemption) {
        if (exemption != null) {
            var reason = Reasons.ofExemption(exemption);
            return new Text(
                    "经认定不适用，不计入分母。理由：" + reason.zh() + "。",
                    "Declared not applicable, leaves the denominator. Reason: " + reason.en() + ".");
        }
        var measure = measure(indicator);
        return new Text(
                "登记数据中没有可计算的对象（" + measure.zh() + "），不适用，不计入分母。",
                "The register has nothing to compute it from (" + measure.en()
                        + "): does not apply and leaves the denominator.");
    }

    private static Text measure(Indicator indicator) {
        return measure(String.valueOf(Measures.name(indicator.measure())));
    }

    /** A measure in words; one that is not known here by its code. */
    static Text measure(String name) {
        return switch (name) {
            case "task-completion" -> new Text("建设任务完成率", "completion of task books");
            case "funds-in-place-percent" -> new Text("资金到位率", "funds in place");
            case "milestone" -> new Text("承接项目的建设阶段", "stage of the projects hosted");
            case "public-school-standing" -> new Text("公办学校办学情况", "public schools and their conditions");
            case "compliant-schools-percent" -> new Text("达标学校比例", "schools that meet all conditions");
            case "condition-score" -> new Text("办学条件得分", "score of school conditions");
            case "dual-qualified-percent" -> new Text("“双师型”教师比例", "dual-qualified teachers");
            case "student-teacher-compliant-percent" -> new Text("生师比达标学校比例", "schools with enough teachers");
            case "county-coverage" -> new Text("县市区覆盖率", "coverage of counties");
            case "rectified-percent" -> new Text("问题整改完成率", "rectification of the last cycle");
            default -> new Text(name, name);
        };
    }

    private static Text missing(Indicator indicator) {
        return indicator.measure() instanceof Measure.Reported
                ? new Text("单位没有自评，也没有核定，得 0 分。", "Neither reported nor verified: 0 points.")
                : new Text("没有采集到的值，也没有核定，得 0 分。", "Neither collected nor verified: 0 points.");
    }

    /** @param full the share before any discount; absent where nothing stands */
    static Text arithmetic(Indicator indicator, Item item, @Nullable BigDecimal full) {
        if (item.share() == null || item.points() == null) {
            return new Text("没有得分，权重 " + plain(indicator.weight()) + " 不计。", "No points; its weight does not count.");
        }
        var product = plain(indicator.weight()) + " × " + plain(item.share()) + " = " + plain(item.points());
        if (full == null) {
            return new Text("得分 " + product + "。", "Points: " + product + ".");
        }
        var discount = item.state() == State.REPORTED ? "，折算后 " + plain(item.share()) : "";
        var discounted = item.state() == State.REPORTED ? ", discounted " + plain(item.share()) : "";
        return new Text(
                "数值 " + item.value() + " 的得分率为 " + plain(full) + discount + "；权重 × 得分率：" + product + "。",
                "Value " + item.value() + " earns the share " + plain(full) + discounted + "; weight times share: "
                        + product + ".");
    }

    static Text trust(Credibility.Line line) {
        var reported = plain(line.weight()) + " × " + plain(line.reported());
        var verified = plain(line.weight()) + " × " + plain(line.verified());
        return new Text(
                "自评 " + reported + "，核定 " + verified + "。", "Reported " + reported + ", verified " + verified + ".");
    }

    static Text points(Tally.Counted counted) {
        var rule = counted.rule();
        boolean bonus = rule instanceof FindingRule.Bonus;
        var points = plain(counted.points());
        return new Text(
                rule.name().zh() + " " + counted.findings() + " 次，" + (bonus ? "加 " : "扣 ") + points + " 分。",
                rule.name().en() + ", " + counted.findings() + " time(s): " + (bonus ? "+" : "−") + points + ".");
    }

    static Text veto(FindingRule rule, Applied applied) {
        return applied.from().equals(applied.to())
                ? new Text(
                        rule.name().zh() + "：等次仍为 " + grade(applied.to()) + "。",
                        rule.name().en() + ": the grade stays " + applied.to() + ".")
                : new Text(
                        rule.name().zh() + "：等次由 " + grade(applied.from()) + " 降为 " + grade(applied.to()) + "。",
                        rule.name().en() + ": the grade falls from " + applied.from() + " to " + applied.to() + ".");
    }

    /** The usual grades in Chinese; any other as the catalogue writes it. */
    private static String grade(String grade) {
        return switch (grade) {
            case "EXCELLENT" -> "优秀";
            case "GOOD" -> "良好";
            case "QUALIFIED" -> "合格";
            case "NOT_QUALIFIED" -> "不合格";
            default -> grade;
        };
    }

    private static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
