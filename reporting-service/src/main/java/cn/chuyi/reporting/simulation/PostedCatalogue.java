package cn.chuyi.reporting.simulation;

import cn.chuyi.reporting.fact.CatalogueContent;
import cn.chuyi.reporting.fact.CatalogueContent.Line;
import cn.chuyi.reporting.fact.CatalogueContent.Rule;
import cn.chuyi.reporting.fact.CatalogueContent.Shares;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Level;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A catalogue that somebody made up: complete, of the level asked for, and usable. Pure. */
final class PostedCatalogue {

    private PostedCatalogue() {}

    static Catalogue of(CatalogueContent content, Level level, String pointer) {
        requireComplete(content, pointer);
        if (content.level() != level) {
            throw Invalid.catalogue(
                    pointer + "/level", "该体系的级别不是 " + level + "。", "The catalogue is not of the level " + level + ".");
        }
        try {
            var catalogue = content.catalogue();
            requireWeights(catalogue, pointer);
            return catalogue;
        } catch (InvalidInputException e) {
            throw Invalid.catalogue(
                    pointer,
                    "指标体系无法使用：" + e.text().zh() + "。",
                    "The catalogue cannot be used: " + e.text().en() + ".");
        }
    }

    private static void requireWeights(Catalogue catalogue, String pointer) {
        var codes = new HashSet<String>();
        for (var indicator : catalogue.indicators()) {
            if (!codes.add(indicator.code())) {
                throw new InvalidInputException("指标重复：" + indicator.code(), "indicator twice: " + indicator.code());
            }
            if (indicator.weight().signum() < 0 || indicator.weight().scale() > 6) {
                throw Invalid.number(
                        pointer + "/indicators/" + indicator.code() + "/weight",
                        "权重须不小于 0，至多六位小数：" + indicator.weight(),
                        "a weight is not below 0 and has at most six decimals: " + indicator.weight());
            }
        }
        ChangedCatalogue.requireUsable(catalogue.indicators());
    }

    private static void requireComplete(CatalogueContent content, String pointer) {
        require(content.programme(), pointer, "programme");
        require(content.level(), pointer, "level");
        require(content.minimumApplicableWeight(), pointer, "minimumApplicableWeight");
        require(content.bonusMaximum(), pointer, "bonusMaximum");
        require(content.deductionMaximum(), pointer, "deductionMaximum");
        require(content.credibilityFloor(), pointer, "credibilityFloor");
        for (var band : all(content.bands(), pointer, "bands")) {
            require(band.grade(), pointer + "/bands", "grade");
            require(band.from(), pointer + "/bands", "from");
        }
        for (var line : all(content.indicators(), pointer, "indicators")) {
            requireComplete(line, pointer + "/indicators");
        }
        for (var rule : all(content.rules(), pointer, "rules")) {
            requireComplete(rule, pointer + "/rules");
        }
    }

    private static void requireComplete(Line line, String pointer) {
        require(line.code(), pointer, "code");
        var at = pointer + "/" + line.code();
        require(line.name(), at, "name");
        require(line.weight(), at, "weight");
        require(line.measure(), at, "measure");
        require(line.measure().source(), at + "/measure", "source");
        require(line.rule(), at, "rule");
        requireComplete(line.rule(), at + "/rule");
    }

    private static void requireComplete(Rule rule, String pointer) {
        require(rule.code(), pointer, "code");
        require(rule.kind(), pointer + "/" + rule.code(), "kind");
        require(rule.zh(), pointer + "/" + rule.code(), "zh");
        require(rule.en(), pointer + "/" + rule.code(), "en");
    }

    /** Whether nothing that a rule would trip over is absent; what its kind needs it says itself. */
    static void requireComplete(Shares rule, String pointer) {
        require(rule.kind(), pointer, "kind");
        if (rule.steps() != null) {
            for (var step : all(rule.steps(), pointer, "steps")) {
                require(step.from(), pointer + "/steps", "from");
                require(step.share(), pointer + "/steps", "share");
            }
        }
        if (rule.shares() != null) {
            all(rule.shares().values(), pointer, "shares");
        }
        if (rule.stages() != null) {
            all(rule.stages().values(), pointer, "stages");
        }
    }

    private static <T> Collection<T> all(@Nullable Collection<T> list, String pointer, String name) {
        require(list, pointer, name);
        var there = Objects.requireNonNull(list);
        there.forEach(one -> require(one, pointer, name));
        return there;
    }

    private static void require(@Nullable Object part, String pointer, String name) {
        if (part == null) {
            throw Invalid.catalogue(pointer + "/" + name, "指标体系缺少 " + name + "。", "The catalogue lacks " + name + ".");
        }
    }
}
