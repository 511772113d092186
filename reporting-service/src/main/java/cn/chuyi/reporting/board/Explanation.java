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
        List<Branch> items,
        List<Finding> findings,
        List<Score.Applied> applied) {

    /**
     * One indicator.
     *
     * @param rule kind and parameters
     * @param reason why this value stands
     * @param counties items of the city's counties that went in; empty unless the measure looks at them
     */
    record Branch(
            String indicator,
            Text name,
            BigDecimal weight,
            State state,
            @Nullable String value,
            Map<String, Object> rule,
            @Nullable BigDecimal share,
            @Nullable BigDecimal points,
            Text reason,
            List<Leaf> events,
            List<String> evidence,
            List<County> counties) {}

    record County(String unit, State state, @Nullable BigDecimal share, String explanation) {}

    /** A confirmed finding and the fact that confirmed it. */
    record Finding(String finding, String rule, @Nullable Text name, List<Leaf> events) {}

    /**
     * A fact in the log.
     *
     * @param type CloudEvents type
     * @param time when it was recorded
     * @param value what it stated of the indicator; absent for facts of the register
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
