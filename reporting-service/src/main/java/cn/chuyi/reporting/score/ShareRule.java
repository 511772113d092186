package cn.chuyi.reporting.score;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How a value becomes a share: six decimals in [0, 1]. */
public sealed interface ShareRule {

    /**
     * @param value the standing value as it was recorded
     * @throws InvalidInputException if the value is nothing this rule can read
     */
    BigDecimal share(String value);

    /** @param target the value that earns a full share, above 0 */
    record Ratio(BigDecimal target) implements ShareRule {
        public Ratio {
            if (target.signum() <= 0) {
                throw new InvalidInputException(
                        "RATIO 的目标值须大于 0，不能是 " + target, "the target of a RATIO must be above 0, not " + target);
            }
        }

        @Override
        public BigDecimal share(String value) {
            return clamped(Decimals.divide(Decimals.parse(value), target));
        }
    }

    /** @param full may lie below {@code floor} when less is better */
    record Linear(BigDecimal floor, BigDecimal full) implements ShareRule {
        public Linear {
            if (floor.compareTo(full) == 0) {
                throw new InvalidInputException(
                        "LINEAR 的 floor 与 full 不能相同，都是 " + floor,
                        "floor and full of a LINEAR must differ, both are " + floor);
            }
        }

        @Override
        public BigDecimal share(String value) {
            return clamped(Decimals.divide(Decimals.parse(value).subtract(floor), full.subtract(floor)));
        }
    }

    /** The share of the highest step that is reached; 0 below all. */
    record Steps(List<Step> steps) implements ShareRule {
        public record Step(BigDecimal from, BigDecimal share) {}

        public Steps {
            steps = steps.stream()
                    .sorted(Comparator.comparing(Step::from).reversed())
                    .toList();
        }

        @Override
        public BigDecimal share(String value) {
            var number = Decimals.parse(value);
            return steps.stream()
                    .filter(step -> step.from().compareTo(number) <= 0)
                    .findFirst()
                    .map(step -> clamped(Decimals.six(step.share())))
                    .orElse(Decimals.six(ZERO));
        }
    }

    /** @param shares by grade letter */
    record Rubric(Map<String, BigDecimal> shares) implements ShareRule {
        public Rubric {
            shares = Map.copyOf(shares);
        }

        @Override
        public BigDecimal share(String value) {
            var share = shares.get(value);
            if (share == null) {
                throw new InvalidInputException("没有此等次字母：" + value, "unknown grade letter: " + value);
            }
            return clamped(Decimals.six(share));
        }
    }

    /**
     * @param stages percent by stage code; {@code NOT_STARTED} is 0 without being listed
     * @param plannedPercent where a project should be by the reference date, above 0
     */
    record Milestone(Map<String, BigDecimal> stages, BigDecimal plannedPercent) implements ShareRule {
        public static final String NOT_STARTED = "NOT_STARTED";

        public Milestone {
            stages = Map.copyOf(stages);
            if (plannedPercent.signum() <= 0) {
                throw new InvalidInputException(
                        "MILESTONE 的 plannedPercent 须大于 0", "the planned percent of a MILESTONE must be above 0");
            }
        }

        @Override
        public BigDecimal share(String value) {
            return clamped(Decimals.divide(percent(value), plannedPercent));
        }

        /** @throws InvalidInputException if the stage is not one of the catalogue */
        public BigDecimal percent(String stage) {
            var percent = stages.get(stage);
            if (percent == null && !stage.equals(NOT_STARTED)) {
                throw new InvalidInputException("没有此阶段：" + stage, "unknown stage: " + stage);
            }
            return percent == null ? ZERO : percent;
        }
    }

    private static BigDecimal clamped(BigDecimal share) {
        return Decimals.six(share.max(ZERO).min(ONE));
    }
}
