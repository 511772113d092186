package cn.chuyi.assessment.catalogue;

import cn.chuyi.assessment.catalogue.Indicator.Source;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads one indicator and refuses what the scoring rules do not know. */
final class IndicatorReading {
    private static final Set<String> UNITS = Set.of("GRADE", "STAGE", "PERCENT", "POINTS", "LEVEL");
    private static final Set<String> SOURCES = Set.of("REPORTED", "REGISTRY", "AGGREGATE", "FOLLOW_UP");
    private static final Set<String> RULES = Set.of("RATIO", "LINEAR", "STEPS", "RUBRIC", "MILESTONE");
    private static final Set<String> ATTRIBUTIONS = Set.of("LOCATED_IN", "ADMINISTERED_BY", "LEAD_UNIT");
    private static final Set<String> REGISTRY_MEASURES = Set.of(
            "task-completion",
            "milestone",
            "public-school-standing",
            "compliant-schools-percent",
            "condition-score",
            "dual-qualified-percent",
            "student-teacher-compliant-percent",
            "funds-in-place-percent");

    private IndicatorReading() {}

    static Indicator indicator(Node node) {
        node.only("code", "group", "groupName", "name", "weight", "unit", "measure", "rule", "evidence");
        node.at("group").text();
        String code = node.at("code").text();
        if (!code.matches("[A-Z]-[A-Z]\\d{1,2}")) {
            throw node.at("code").fault("指标编码应如 K-A1", "an indicator's code looks like K-A1");
        }
        BigDecimal weight = node.at("weight").decimal("0", "100");
        if (weight.signum() == 0) {
            throw node.at("weight").fault("权重应大于 0", "the weight must be above 0");
        }
        String unit = node.at("unit").oneOf(UNITS);
        return new Indicator(
                code,
                node.at("groupName").bilingual(),
                node.at("name").bilingual(),
                weight,
                unit,
                source(node.at("measure")),
                form(node.at("rule"), unit),
                node.at("evidence").text());
    }

    private static Source source(Node measure) {
        Source source = Source.valueOf(measure.at("source").oneOf(SOURCES));
        switch (source) {
            case REPORTED -> measure.only("source");
            case REGISTRY -> {
                measure.only("source", "name", "kinds", "attribution");
                measure.at("name").oneOf(REGISTRY_MEASURES);
                measure.at("kinds").items().forEach(Node::text);
                measure.at("attribution").oneOf(ATTRIBUTIONS);
            }
            case AGGREGATE -> {
                measure.only("source", "name", "indicator");
                measure.at("name").oneOf(Set.of("county-coverage"));
                measure.at("indicator").text();
            }
            case FOLLOW_UP -> {
                measure.only("source", "name");
                measure.at("name").oneOf(Set.of("rectified-percent"));
            }
        }
        return source;
    }

    private static ValueForm form(Node rule, String unit) {
        String kind = rule.at("kind").oneOf(RULES);
        if (kind.equals("RUBRIC") != unit.equals("GRADE") || kind.equals("MILESTONE") != unit.equals("STAGE")) {
            throw rule.at("kind").fault(kind + " 与单位 " + unit + " 不相配", kind + " does not go with the unit " + unit);
        }
        return switch (kind) {
            case "RUBRIC" -> {
                rule.only("kind", "shares");
                Map<String, Node> shares = rule.at("shares").members();
                shares.values().forEach(share -> share.decimal("0", "1"));
                yield new ValueForm.Letter(Set.copyOf(shares.keySet()));
            }
            case "MILESTONE" -> milestone(rule);
            default -> {
                numeric(kind, rule);
                BigDecimal most = unit.equals("PERCENT") ? new BigDecimal(100) : null;
                yield new ValueForm.Decimal(most, unit.equals("LEVEL"));
            }
        };
    }

    private static ValueForm milestone(Node rule) {
        rule.only("kind", "stages", "plannedPercent");
        positive(rule.at("plannedPercent"));
        Map<String, Node> stages = rule.at("stages").members();
        stages.values().forEach(percent -> percent.decimal("0", "100"));
        if (stages.containsKey(ValueForm.Stage.NOT_STARTED)) {
            throw rule.at("stages").fault("NOT_STARTED 恒为 0，不能另行定义", "NOT_STARTED is always 0 and cannot be defined");
        }
        return new ValueForm.Stage(Set.copyOf(stages.keySet()));
    }

    private static void numeric(String kind, Node rule) {
        switch (kind) {
            case "RATIO" -> {
                rule.only("kind", "target");
                positive(rule.at("target"));
            }
            case "LINEAR" -> {
                rule.only("kind", "floor", "full");
                if (rule.at("floor").decimal().compareTo(rule.at("full").decimal()) == 0) {
                    throw rule.at("full").fault("full 不能等于 floor", "full must differ from floor");
                }
            }
            default -> steps(rule);
        }
    }

    private static void steps(Node rule) {
        rule.only("kind", "steps");
        var seen = new HashSet<BigDecimal>();
        for (Node step : rule.at("steps").items()) {
            step.only("from", "share");
            step.at("share").decimal("0", "1");
            if (!seen.add(step.at("from").decimal().stripTrailingZeros())) {
                throw step.at("from").fault("分档起点重复", "two steps start at the same value");
            }
        }
    }

    private static void positive(Node number) {
        if (number.decimal().signum() <= 0) {
            throw number.fault("应大于 0", "must be above 0");
        }
    }
}
