package cn.chuyi.assessment.catalogue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as a case uses it; reading it is checking it.
 *
 * @param indicators in the order of the file
 * @param rules codes of deductions, bonuses and vetoes
 */
public record CatalogueContent(
        String programme, int year, Level level, int revision, List<Indicator> indicators, Set<String> rules) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Set<String> LEVELS = Set.of("CITY", "COUNTY");
    private static final Set<String> RULE_KINDS = Set.of("VETO", "DEDUCTION", "BONUS");
    private static final Set<String> EFFECTS = Set.of("NOT_EXCELLENT", "DEMOTE", "NOT_QUALIFIED");

    public CatalogueContent {
        indicators = List.copyOf(indicators);
        rules = Set.copyOf(rules);
    }

    /** The indicator of that code; absent when the catalogue has none. */
    public @Nullable Indicator indicator(String code) {
        return indicators.stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /**
     * Reads a document of maps, lists, strings and integers; one that was frozen has been read before.
     *
     * @throws RuntimeException naming the first place that is malformed; a draft is refused for it
     */
    public static CatalogueContent read(Map<String, Object> document) {
        Node root = new Node("", document);
        root.only(
                "programme",
                "year",
                "level",
                "revision",
                "bands",
                "minimumApplicableWeight",
                "bonusMaximum",
                "deductionMaximum",
                "credibilityFloor",
                "indicators",
                "rules");
        root.at("minimumApplicableWeight").decimal("0", "100");
        root.at("bonusMaximum").decimal("0", "100");
        root.at("deductionMaximum").decimal("0", "100");
        root.at("credibilityFloor").decimal("0", "1");
        bands(root.at("bands"));
        return new CatalogueContent(
                code(root.at("programme")),
                root.at("year").integer(2000, 2100),
                Level.valueOf(root.at("level").oneOf(LEVELS)),
                root.at("revision").integer(1, 999),
                indicators(root.at("indicators")),
                rules(root.at("rules")));
    }

    private static String code(Node node) {
        String text = node.text();
        if (!text.matches("[A-Z0-9][A-Z0-9-]{0,39}")) {
            throw node.fault("编码只能用大写字母、数字和连字符", "a code has capitals, digits and hyphens only");
        }
        return text;
    }

    private static void bands(Node bands) {
        var grades = new HashSet<String>();
        BigDecimal above = null;
        for (Node band : bands.items()) {
            band.only("grade", "from");
            if (!grades.add(band.at("grade").text())) {
                throw band.at("grade").fault("等次重复", "the grade occurs twice");
            }
            BigDecimal from = band.at("from").decimal("0", "100");
            if (above != null && from.compareTo(above) >= 0) {
                throw band.at("from").fault("等次下限应逐级降低", "the bands must descend");
            }
            above = from;
        }
        if (above == null || above.signum() != 0) {
            throw bands.fault("最低等次的下限应为 0", "the lowest band must start at 0");
        }
    }

    private static List<Indicator> indicators(Node node) {
        var indicators = new LinkedHashMap<String, Indicator>();
        for (Node item : node.items()) {
            Indicator indicator = IndicatorReading.indicator(item);
            if (indicators.put(indicator.code(), indicator) != null) {
                throw item.at("code").fault("指标编码重复", "the code occurs twice");
            }
        }
        BigDecimal sum = indicators.values().stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(HUNDRED) != 0) {
            String total = sum.toPlainString();
            throw node.fault("权重合计应为 100，现为 " + total, "the weights must add up to 100, not " + total);
        }
        return List.copyOf(indicators.values());
    }

    private static Set<String> rules(Node node) {
        var codes = new HashSet<String>();
        for (Node rule : node.items()) {
            if (!codes.add(code(rule.at("code")))) {
                throw rule.at("code").fault("规则编码重复", "the code occurs twice");
            }
            rule.at("zh").text();
            rule.at("en").text();
            if (rule.at("kind").oneOf(RULE_KINDS).equals("VETO")) {
                rule.only("code", "kind", "effect", "zh", "en");
                rule.at("effect").oneOf(EFFECTS);
            } else {
                rule.only("code", "kind", "points", "maximum", "zh", "en");
                rule.at("maximum").decimal(rule.at("points").decimal("0", "100").toPlainString(), "100");
            }
        }
        return codes.stream().collect(Collectors.toUnmodifiableSet());
    }
}
