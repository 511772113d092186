package cn.chuyi.reporting.score;

import cn.chuyi.kit.decision.Text;
import java.math.BigDecimal;

/**
 * One line of the catalogue.
 *
 * @param group letter of the group it is shown under, with the group's name
 * @param weight points of a full share
 * @param unit how the value is written: GRADE, PERCENT, POINTS, LEVEL or STAGE; shown, never computed with
 */
public record Indicator(
        String code,
        String group,
        Text groupName,
        Text name,
        BigDecimal weight,
        String unit,
        Measure measure,
        ShareRule rule) {}
