package cn.chuyi.reporting.simulation;

import cn.chuyi.reporting.fact.CatalogueContent.Shares;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Catalogue.Band;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.ScaledScore;
import cn.chuyi.reporting.score.ShareRule;
import cn.chuyi.reporting.simulation.Wish.Changes;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A catalogue with the changes of a wish, or the first thing that is wrong with them. Pure. */
final class ChangedCatalogue {
    private static final int DIGITS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = BigDecimal.valueOf(ScaledScore.MOST, DIGITS);

    private final Catalogue catalogue;
    private final Map<String, BigDecimal> weights;
    private final Map<String, BigDecimal> targets;
    private final Map<String, Shares> rules;
    private final Set<String> excluded;
    private final @Nullable List<Band> bands;
    private final @Nullable BigDecimal minimum;

    private ChangedCatalogue(Catalogue catalogue, Changes changes) {
        this.catalogue = catalogue;
        this.weights = Objects.requireNonNullElse(changes.weights(), Map.of());
        this.targets = Objects.requireNonNullElse(changes.targets(), Map.of());
        this.rules = Objects.requireNonNullElse(changes.rules(), Map.of());
        this.excluded = new HashSet<>(Objects.requireNonNullElse(changes.excludedIndicators(), List.of()));
        this.bands = changes.bands();
        this.minimum = changes.minimumApplicableWeight();
    }

    static Catalogue of(Catalogue catalogue, Changes changes) {
        return new ChangedCatalogue(catalogue, changes).changed();
    }

    private Catalogue changed() {
        requireKnown("weights", weights);
        requireKnown("targets", targets);
        requireKnown("rules", rules);
        requireKnown("excludedIndicators", excluded);
        weights.forEach(ChangedCatalogue::requireWeight);
        if (minimum != null) {
            requireRange("/changes/minimumApplicableWeight", minimum, MOST);
        }
        var indicators = catalogue.indicators().stream()
                .filter(indicator -> !excluded.contains(indicator.code()))
                .map(this::changed)
                .toList();
        requireUsable(indicators);
        return new Catalogue(
                catalogue.programme(),
                catalogue.year(),
                catalogue.level(),
                catalogue.revision(),
                bands == null ? catalogue.bands() : usable(bands),
                minimum == null ? catalogue.minimumApplicableWeight() : minimum,
                catalogue.bonusMaximum(),
                catalogue.deductionMaximum(),
                catalogue.credibilityFloor(),
                indicators,
                catalogue.rules());
    }

    private Indicator changed(Indicator indicator) {
        var code = indicator.code();
        var whole = rules.get(code);
        var target = targets.get(code);
        var rule = whole == null ? indicator.rule() : rule("/changes/rules/" + code, whole);
        return new Indicator(
                code,
                indicator.group(),
                indicator.groupName(),
                indicator.name(),
                weights.getOrDefault(code, indicator.weight()),
                indicator.unit(),
                indicator.measure(),
                target == null ? rule : aimed(code, rule, target));
    }

    private static ShareRule rule(String pointer, Shares shares) {
        PostedCatalogue.requireComplete(shares, pointer);
        try {
            return shares.rule();
        } catch (InvalidInputException e) {
            throw Invalid.rule(pointer, e);
        }
    }

    private static ShareRule aimed(String code, ShareRule rule, BigDecimal target) {
        var pointer = "/changes/targets/" + code;
        try {
            return switch (rule) {
                case ShareRule.Ratio _ -> new ShareRule.Ratio(target);
                case ShareRule.Linear(var floor, var _) -> new ShareRule.Linear(floor, target);
                case ShareRule.Milestone(var stages, var _) -> new ShareRule.Milestone(stages, target);
                case ShareRule.Steps _, ShareRule.Rubric _ -> throw Invalid.target(pointer, code);
            };
        } catch (InvalidInputException e) {
            throw Invalid.rule(pointer, e);
        }
    }

    private void requireKnown(String field, Map<String, ?> changes) {
        requireKnown(field, changes.keySet());
        changes.forEach((code, change) -> {
            if (change == null) {
                throw Invalid.number("/changes/" + field + "/" + code, "缺少 " + code + " 的值", "no value for " + code);
            }
        });
    }

    private void requireKnown(String field, Collection<String> codes) {
        for (var code : codes) {
            if (catalogue.indicator(code).isEmpty()) {
                throw Invalid.indicator("/changes/" + field + "/" + code, code);
            }
        }
    }

    private static void requireWeight(String code, BigDecimal weight) {
        requireRange("/changes/weights/" + code, weight, MOST);
    }

    private static void requireRange(String pointer, BigDecimal number, BigDecimal most) {
        if (number.signum() < 0 || number.compareTo(most) > 0 || number.scale() > DIGITS) {
            throw Invalid.number(
                    pointer,
                    "须在 0 到 " + most.toBigInteger() + " 之间，至多六位小数：" + number,
                    "must be between 0 and " + most.toBigInteger() + " with at most six decimals: " + number);
        }
    }

    static void requireUsable(List<Indicator> indicators) {
        var sum = indicators.stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0) {
            throw Invalid.weights("权重之和为 0，没有可计分的指标。", "The weights sum to 0: nothing is left to score.");
        }
        if (sum.compareTo(MOST) > 0) {
            throw Invalid.weights("权重之和超过 1000。", "The weights sum to more than 1000.");
        }
    }

    private static List<Band> usable(List<Band> bands) {
        if (bands.isEmpty()) {
            throw Invalid.bands("没有等次。", "There are no bands.");
        }
        var grades = new HashSet<String>();
        var totals = new HashSet<BigDecimal>();
        for (var band : bands) {
            boolean within = band != null
                    && band.from() != null
                    && band.from().signum() >= 0
                    && band.from().compareTo(HUNDRED) <= 0;
            if (!within || band.grade() == null || band.grade().isBlank()) {
                throw Invalid.bands(
                        "等次需有名称，起点分须在 0 到 100 之间。", "A band needs a grade and a lowest total between 0 and 100.");
            }
            if (!grades.add(band.grade()) || !totals.add(band.from().stripTrailingZeros())) {
                throw Invalid.bands(
                        "等次或起点分重复：" + band.grade(), "A grade or its lowest total is there twice: " + band.grade());
            }
        }
        return bands;
    }
}
