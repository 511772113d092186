package cn.chuyi.reporting.simulation;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.CatalogueContent;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.simulation.Wish.Choice;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the catalogues that a wish names. */
record Choices(Ledger ledger, Cycle cycle, Level level) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

    /** @param origin FROZEN, POSTED or CHANGED */
    record Chosen(Catalogue catalogue, @Nullable String id, int revision, String origin) {
        Chosen changed(Catalogue changed) {
            return new Chosen(changed, id, revision, "CHANGED");
        }
    }

    /** The year's own. */
    Chosen frozen() {
        var id = cycle.id() + "-" + level;
        var content = content(id, null);
        if (content == null) {
            throw ProblemException.notFound(
                    "CATALOGUE_NOT_FROZEN",
                    new Text("该年度该级别的指标体系尚未冻结。", "The catalogue of this year and level is not frozen."),
                    new Text("请在冻结后再模拟。", "Come back when it is."));
        }
        return frozen(id, content, "");
    }

    Chosen of(Choice choice, String pointer) {
        var posted = choice.content() instanceof NullNode ? null : choice.content();
        if ((choice.id() == null) == (posted == null)) {
            throw Invalid.catalogue(pointer, "id 和 content 须给且只给一个。", "Give either an id or a content.");
        }
        if (posted != null) {
            var content = posted(posted, pointer + "/content");
            return new Chosen(
                    PostedCatalogue.of(content, level, pointer + "/content"), null, content.revision(), "POSTED");
        }
        var content = content(choice.id(), choice.revision());
        if (content == null || content.level() != level) {
            throw Invalid.catalogue(
                    pointer + "/id",
                    "没有该级别、该版本的已冻结指标体系 " + choice.id() + "。",
                    "There is no frozen catalogue " + choice.id() + " of this level and revision.");
        }
        return frozen(choice.id(), content, pointer);
    }

    /** Fields that scores do not use are ignored, as in a frozen one. */
    private static CatalogueContent posted(JsonNode content, String pointer) {
        try {
            return Json.mapper().treeToValue(content, CatalogueContent.class);
        } catch (JsonProcessingException e) {
            throw Invalid.catalogue(
                    pointer + place(e),
                    "指标体系无法读取：此处缺少值，或值的类型、取值不符。",
                    "The catalogue cannot be read: here a value is missing, or is none that is possible.");
        }
    }

    private static String place(JsonProcessingException e) {
        return e instanceof JsonMappingException at
                ? at.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining())
                : "";
    }

    private static Chosen frozen(@Nullable String id, CatalogueContent content, String pointer) {
        try {
            return new Chosen(content.catalogue(), id, content.revision(), "FROZEN");
        } catch (InvalidInputException e) {
            throw Invalid.catalogue(
                    pointer,
                    "指标体系无法读取：" + e.text().zh() + "。",
                    "The catalogue cannot be read: " + e.text().en() + ".");
        }
    }

    private @Nullable CatalogueContent content(@Nullable String id, @Nullable Integer revision) {
        CatalogueContent content = null;
        if (id != null && ID.matcher(id).matches()) {
            for (var recorded : ledger.stream("catalogue-" + id, null)) {
                if (recorded.fact() instanceof CatalogueFrozen frozen
                        && (revision == null || revision == frozen.content().revision())) {
                    content = frozen.content();
                }
            }
        }
        return content;
    }
}
