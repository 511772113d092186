package cn.chuyi.reporting.fact;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Catalogue.Band;
import cn.chuyi.reporting.score.FindingRule;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Measure;
import cn.chuyi.reporting.score.Measure.Attribution;
import cn.chuyi.reporting.score.ShareRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A catalogue as it is written in a file or event; {@link #catalogue} is what scoring computes with. */
public record CatalogueContent(
        String programme,
        int year,
        Level level,
        int revision,
        List<Band> bands,
        BigDecimal minimumApplicableWeight,
        BigDecimal bonusMaximum,
        BigDecimal deductionMaximum,
        BigDecimal credibilityFloor,
        List<Line> indicators,
        List<Rule> rules) {

    public record Line(
            String code,
            String group,
            Text groupName,
            Text name,
            BigDecimal weight,
            String unit,
            Source measure,
            Shares rule) {

        Indicator indicator() {
            return new Indicator(code, group, groupName, name, weight, unit, measure.measure(), rule.rule());
        }
    }

    public record Source(
            String source,
            @Nullable String name,
            @Nullable List<String> kinds,
            @Nullable Attribution attribution,
            @Nullable String indicator) {

        Measure measure() {
            return switch (source) {
                case "REPORTED" -> new Measure.Reported();
                case "REGISTRY" ->
                    new Measure.Registry(given(name, "name"), given(kinds, "kinds"), given(attribution, "attribution"));
                case "AGGREGATE" -> new Measure.Aggregate(given(name, "name"), given(indicator, "indicator"));
                case "FOLLOW_UP" -> new Measure.FollowUp(given(name, "name"));
                default ->
                    throw new InvalidInputException("没有此数据来源：" + source, "unknown source of a measure: " + source);
            };
        }
    }

    public record Shares(
            String kind,
            @Nullable BigDecimal target,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal full,
            @Nullable List<ShareRule.Steps.Step> steps,
            @Nullable Map<String, BigDecimal> shares,
            @Nullable Map<String, BigDecimal> stages,
            @Nullable BigDecimal plannedPercent) {

        public ShareRule rule() {
            return switch (kind) {
                case "RATIO" -> new ShareRule.Ratio(given(target, "target"));
                case "LINEAR" -> new ShareRule.Linear(given(floor, "floor"), given(full, "full"));
                case "STEPS" -> new ShareRule.Steps(given(steps, "steps"));
                case "RUBRIC" -> new ShareRule.Rubric(given(shares, "shares"));
                case "MILESTONE" ->
                    new ShareRule.Milestone(given(stages, "stages"), given(plannedPercent, "plannedPercent"));
                default -> throw new InvalidInputException("没有此种计分规则：" + kind, "unknown kind of a rule: " + kind);
            };
        }
    }

    public record Rule(
            String code,
            String kind,
            String zh,
            String en,
            FindingRule.@Nullable Effect effect,
            @Nullable BigDecimal points,
            @Nullable BigDecimal maximum) {

        FindingRule rule() {
            var name = new Text(zh, en);
            return switch (kind) {
                case "VETO" -> new FindingRule.Veto(code, name, given(effect, "effect"));
                case "DEDUCTION" ->
                    new FindingRule.Deduction(code, name, given(points, "points"), given(maximum, "maximum"));
                case "BONUS" -> new FindingRule.Bonus(code, name, given(points, "points"), given(maximum, "maximum"));
                default ->
                    throw new InvalidInputException("没有此种认定规则：" + kind, "unknown kind of a finding rule: " + kind);
            };
        }
    }

    /** @throws InvalidInputException if a measure or rule lacks what its kind needs */
    public Catalogue catalogue() {
        return new Catalogue(
                programme,
                year,
                level,
                revision,
                bands,
                minimumApplicableWeight,
                bonusMaximum,
                deductionMaximum,
                credibilityFloor,
                indicators.stream().map(Line::indicator).toList(),
                rules.stream().map(Rule::rule).toList());
    }

    private static <T> T given(@Nullable T part, String name) {
        if (part == null) {
            throw new InvalidInputException("指标体系缺少 " + name, "the catalogue lacks " + name);
        }
        return part;
    }
}
