package cn.chuyi.reporting.score;

import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Standing.Collected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which value stands for an indicator, and what it is worth. */
final class Items {

    private Items() {}

    static Item item(Indicator indicator, Standing standing, BigDecimal credibility) {
        try {
            return standing(indicator, standing, credibility);
        } catch (InvalidInputException e) {
            throw e.of(indicator);
        }
    }

    private static Item standing(Indicator indicator, Standing standing, BigDecimal credibility) {
        boolean reported = indicator.measure() instanceof Measure.Reported;
        if (standing.notApplicable() != null) {
            return notApplicable(indicator);
        }
        if (standing.verified() != null) {
            return worth(indicator, State.VERIFIED, standing.verified(), BigDecimal.ONE);
        }
        if (!reported && standing.collected() != null) {
            return collected(indicator, standing.collected());
        }
        if (reported && standing.reported() != null) {
            return worth(indicator, State.REPORTED, standing.reported(), credibility);
        }
        return worth(indicator, State.MISSING, null, BigDecimal.ONE);
    }

    private static Item collected(Indicator indicator, Collected collected) {
        return switch (collected) {
            case Collected.NotApplicable() -> notApplicable(indicator);
            case Collected.Value(var text) -> worth(indicator, State.COLLECTED, text, BigDecimal.ONE);
        };
    }

    private static Item notApplicable(Indicator indicator) {
        return new Item(indicator.code(), State.NOT_APPLICABLE, null, null, null);
    }

    private static Item worth(Indicator indicator, State state, @Nullable String value, BigDecimal discount) {
        var full = value == null ? BigDecimal.ZERO : indicator.rule().share(value);
        var share = Decimals.six(full.multiply(discount));
        return new Item(
                indicator.code(),
                state,
                value,
                share,
                Decimals.six(indicator.weight().multiply(share)));
    }

    static BigDecimal applicableWeight(Catalogue catalogue, List<Item> items) {
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).state() != State.NOT_APPLICABLE) {
                sum = sum.add(catalogue.indicators().get(i).weight());
            }
        }
        return sum;
    }

    static BigDecimal points(List<Item> items) {
        return items.stream().map(Item::points).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
