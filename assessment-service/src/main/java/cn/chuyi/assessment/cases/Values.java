package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseEvent.IndicatorDisputed;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorExempted;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorReported;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorVerified;
import java.util.Map;

/**
 * What was said about the indicators of a case. Every map is by code, in its order, and holds the latest word.
 *
 * @param reviewed those of {@code verified} that are younger than the unit's last word
 */
record Values(
        Map<String, IndicatorReported> reported,
        Map<String, IndicatorDisputed> disputed,
        Map<String, IndicatorVerified> verified,
        Map<String, IndicatorVerified> reviewed,
        Map<String, IndicatorExempted> exempted) {

    static final Values NONE = new Values(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    Values with(IndicatorReported e) {
        var open = Maps.minus(reviewed, e.indicator());
        return new Values(Maps.plus(reported, e.indicator(), e), disputed, verified, open, exempted);
    }

    Values with(IndicatorDisputed e) {
        var open = Maps.minus(reviewed, e.indicator());
        return new Values(reported, Maps.plus(disputed, e.indicator(), e), verified, open, exempted);
    }

    Values with(IndicatorVerified e) {
        String code = e.indicator();
        return new Values(reported, disputed, Maps.plus(verified, code, e), Maps.plus(reviewed, code, e), exempted);
    }

    Values with(IndicatorExempted e) {
        return new Values(reported, disputed, verified, reviewed, Maps.plus(exempted, e.indicator(), e));
    }
}
