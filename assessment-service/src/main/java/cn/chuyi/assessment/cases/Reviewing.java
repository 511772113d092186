package cn.chuyi.assessment.cases;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;

import cn.chuyi.assessment.cases.CaseCommand.Exemption;
import cn.chuyi.assessment.cases.CaseCommand.Review;
import cn.chuyi.assessment.cases.CaseCommand.Verification;
import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import cn.chuyi.assessment.cases.CaseEvent.CollectedFrom;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorExempted;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorReported;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorVerified;
import cn.chuyi.assessment.cases.CaseEvent.Origin;
import cn.chuyi.assessment.catalogue.Indicator;
import cn.chuyi.assessment.measure.Measure;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the review makes of what was reported and collected. */
final class Reviewing {
    private final Setting setting;
    private final Case before;
    private final String phase;
    private final List<CaseEvent> events = new ArrayList<>();

    private Reviewing(Setting setting, Case before, String phase) {
        this.setting = setting;
        this.before = before;
        this.phase = phase;
    }

    /** Everything, or nothing: one refused item refuses the command. */
    static Decision<CaseEvent> review(Setting setting, Case before, Review command) {
        Refusal hindrance = hindrance(setting, before, command);
        if (hindrance != null) {
            return refuse(hindrance);
        }
        var review = new Reviewing(setting, before, phase(setting, before));
        for (Exemption exemption : command.exemptions()) {
            Refusal fault = review.exempt(exemption);
            if (fault != null) {
                return refuse(fault);
            }
        }
        for (Verification verification : command.verifications()) {
            Refusal fault = review.verify(verification);
            if (fault != null) {
                return refuse(fault);
            }
        }
        if (command.acceptCollected()) {
            review.acceptCollected(command);
        }
        return accept(review.events);
    }

    private static @Nullable Refusal hindrance(Setting setting, Case before, Review command) {
        boolean verifies = !command.verifications().isEmpty() || command.acceptCollected();
        Refusal hindrance = verifies ? Decisions.hindrance(setting, before, "verify") : null;
        if (hindrance == null && !command.exemptions().isEmpty()) {
            hindrance = Decisions.hindrance(setting, before, "exempt");
        }
        if (hindrance == null
                && setting.fillers().contains(String.valueOf(setting.actor().subject()))) {
            hindrance = Refusal.of(CaseRule.FILLER_IS_NOT_REVIEWER);
        }
        return hindrance;
    }

    private static String phase(Setting setting, Case before) {
        return Decisions.rows(setting, before, "verify").stream()
                .map(work -> String.valueOf(work.phase()))
                .findFirst()
                .orElse("DOC_REVIEW");
    }

    private @Nullable Refusal exempt(Exemption exemption) {
        if (setting.catalogue().indicator(exemption.indicator()) == null) {
            return Refusal.of(CaseRule.INDICATOR_UNKNOWN, exemption.indicator()).at(exemption.at() + "/indicator");
        }
        exempt(exemption.indicator(), exemption.reason());
        return null;
    }

    private void exempt(String indicator, String reason) {
        CaseOpened unit = before.unit();
        var event = new IndicatorExempted(unit.programme(), unit.year(), unit.unit(), indicator, reason);
        if (!event.equals(before.values().exempted().get(indicator))) {
            events.add(event);
        }
    }

    private @Nullable Refusal verify(Verification verification) {
        Indicator indicator = setting.catalogue().indicator(verification.indicator());
        if (indicator == null) {
            return Refusal.of(CaseRule.INDICATOR_UNKNOWN, verification.indicator())
                    .at(verification.at() + "/indicator");
        }
        if (before.values().exempted().containsKey(indicator.code())) {
            return Refusal.of(CaseRule.INDICATOR_IS_EXEMPT, indicator.code()).at(verification.at() + "/indicator");
        }
        Measure measure = setting.collected().get(indicator.code());
        if (!indicator.isReported() && measure != null && verification.value().equals(measure.value())) {
            copy(indicator, measure, verification.value());
            return null;
        }
        Refusal fault = Reporting.invalid(indicator, verification.value(), verification.at() + "/value");
        if (fault != null) {
            return fault;
        }
        IndicatorReported reported = before.values().reported().get(indicator.code());
        boolean agrees = indicator.isReported() && reported != null && same(reported.value(), verification.value());
        if (!agrees && (verification.reason() == null || verification.reason().isBlank())) {
            return Refusal.of(CaseRule.REASON_MISSING, indicator.code()).at(verification.at() + "/reason");
        }
        add(indicator, verification.value(), agrees ? Origin.REPORTED : Origin.CORRECTED, verification.reason(), null);
        return null;
    }

    private void acceptCollected(Review command) {
        for (Indicator indicator : setting.catalogue().indicators()) {
            Measure measure = setting.collected().get(indicator.code());
            if (measure == null || indicator.isReported() || decided(indicator.code(), command)) {
                continue;
            }
            if (measure.value() == null) {
                exempt(
                        indicator.code(),
                        "采集结果为不适用（" + measure.measure() + "，" + measure.stream() + "@" + measure.version() + "）");
            } else {
                copy(indicator, measure, measure.value());
            }
        }
    }

    /** Whether somebody decided otherwise about an indicator, before or by this very command. */
    private boolean decided(String indicator, Review command) {
        IndicatorVerified verified = before.values().reviewed().get(indicator);
        return before.values().exempted().containsKey(indicator)
                || (verified != null && verified.origin() == Origin.CORRECTED)
                || command.verifications().stream()
                        .anyMatch(item -> item.indicator().equals(indicator))
                || command.exemptions().stream()
                        .anyMatch(item -> item.indicator().equals(indicator));
    }

    private void copy(Indicator indicator, Measure measure, String value) {
        add(indicator, value, Origin.COLLECTED, null, new CollectedFrom(measure.stream(), measure.version()));
    }

    private void add(
            Indicator indicator,
            String value,
            Origin origin,
            @Nullable String reason,
            @Nullable CollectedFrom collectedFrom) {
        CaseOpened unit = before.unit();
        var event = new IndicatorVerified(
                unit.programme(),
                unit.year(),
                unit.unit(),
                indicator.code(),
                value,
                origin,
                phase,
                reason,
                collectedFrom);
        if (!Objects.equals(event, before.values().reviewed().get(indicator.code()))) {
            events.add(event);
        }
    }

    /** Equal as texts, or as numbers: 90 and 90.0 do not differ. */
    private static boolean same(String reported, String verified) {
        if (reported.equals(verified)) {
            return true;
        }
        try {
            return new BigDecimal(reported).compareTo(new BigDecimal(verified)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
