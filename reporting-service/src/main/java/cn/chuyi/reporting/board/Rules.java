package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.FindingRule;
import cn.chuyi.reporting.score.ShareRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue's rules as they are shown. */
public final class Rules {

    private Rules() {}

    /** Kind and parameters, with the names of the catalogue. */
    public static Map<String, Object> written(ShareRule rule) {
        return switch (rule) {
            case ShareRule.Ratio(var target) -> Map.of("kind", "RATIO", "target", target);
            case ShareRule.Linear(var floor, var full) -> Map.of("kind", "LINEAR", "floor", floor, "full", full);
            case ShareRule.Steps(var steps) -> Map.of("kind", "STEPS", "steps", steps);
            case ShareRule.Rubric(var shares) -> Map.of("kind", "RUBRIC", "shares", shares);
            case ShareRule.Milestone(var stages, var planned) ->
                Map.of("kind", "MILESTONE", "stages", stages, "plannedPercent", planned);
        };
    }

    static @Nullable Text name(Catalogue catalogue, String code) {
        for (FindingRule rule : catalogue.rules()) {
            if (rule.code().equals(code)) {
                return rule.name();
            }
        }
        return null;
    }
}
