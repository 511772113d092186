package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A score as a tree: the points of the items add up to the base, the base with bonus and deduction to the total; under
 * each item the facts that made it.
 *
 * @param pointsSum sum of the items' points
 * @param sentence how the total comes about
 * @param sentences the same, step by step: base, credibility, findings, total, grade
 * @param trust what the credibility was measured on
 * @param adjustments the rules that have findings; bonuses and deductions add up, before the catalogue's maxima
 */
record Explanation(
        int year,
        String unit,
        int edition,
        @Nullable BigDecimal total,
        String grade,
        @Nullable BigDecimal base,
        @Nullable BigDecimal bonus,
        @Nullable BigDecimal deduction,
        @Nullable BigDecimal credibility,
        @Nullable BigDecimal applicableWeight,
        BigDecimal pointsSum,
        Text sentence,
        List<Text> sentences,
        List<Branch> items,
        List<Trust> trust,
        List<Finding> findings,
        List<Adjustment> adjustments,
        List<Score.Applied> applied) {

    /**
     * One indicator.
     *
     * @param rule kind and parameters
     * @param fullShare before the discount by credibility; absent where nothing stands
     * @param reason why this value stands, or none does
     * @param arithmetic how the value becomes points
     * @param counties items of the city's counties that went in; empty unless the measure looks at them
     */
    record Branch(
            String indicator,
            Text name,
            BigDecimal weight,
            State state,
            @Nullable String value,
            Map<String, Object> rule,
            @Nullable BigDecimal fullShare,
            @Nullable BigDecimal share,
            @Nullable BigDecimal points,
            Text reason,
            Text arithmetic,
            List<Leaf> events,
            List<String> evidence,
            List<County> counties) {}

    /** @param events what made the county's item */
    record County(String unit, State state, @Nullable BigDecimal share, String explanation, List<Leaf> events) {}

    /** One indicator that was reported and then verified: the shares of both values, and the weight they count with. */
    record Trust(String indicator, BigDecimal weight, BigDecimal reported, BigDecimal verified, Text sentence) {}

    /** A confirmed finding and the fact that confirmed it. */
    record Finding(String finding, String rule, @Nullable Text name, List<Leaf> events) {}

    enum Kind {
        BONUS,
        DEDUCTION,
        VETO
    }

    /**
     * What the findings of one rule do.
     *
     * @param points after the rule's own maximum; absent for a veto
     * @param from grade before a veto
     * @param to grade after a veto
     */
    record Adjustment(
            String rule,
            Text name,
            Kind kind,
            int findings,
            @Nullable BigDecimal points,
            @Nullable String from,
            @Nullable String to,
            Text sentence) {}

    /**
     * A fact in the log.
     *
     * @param type CloudEvents type
     * @param time when it was recorded
     * @param value what it stated of the indicator; absent where it stated none
     * @param evidence SHA-256 of files, lowercase hex
     */
    record Leaf(
            String id,
            String type,
            Instant time,
            String stream,
            long version,
            String topic,
            int partition,
            long offset,
            @Nullable String actor,
            @Nullable String value,
            @Nullable Text reason,
            List<String> evidence) {}
}
