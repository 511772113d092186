package cn.chuyi.reporting.score;

import cn.chuyi.kit.decision.Text;
import java.math.BigDecimal;

/** What a confirmed finding does to the result. */
public sealed interface FindingRule {

    String code();

    Text name();

    /** Takes the grade down, never the points. */
    record Veto(String code, Text name, Effect effect) implements FindingRule {}

    /** @param maximum of this rule over all its findings */
    record Deduction(String code, Text name, BigDecimal points, BigDecimal maximum) implements FindingRule {}

    /** @param maximum of this rule over all its findings */
    record Bonus(String code, Text name, BigDecimal points, BigDecimal maximum) implements FindingRule {}

    /** In the order in which vetoes are applied. */
    enum Effect {
        /** At most the second band. */
        NOT_EXCELLENT,
        /** One band down. */
        DEMOTE,
        /** The lowest band. */
        NOT_QUALIFIED
    }
}
