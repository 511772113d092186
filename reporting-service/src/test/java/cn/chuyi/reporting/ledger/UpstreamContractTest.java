package cn.chuyi.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.reporting.fact.AssessmentFact;
import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorVerified;
import cn.chuyi.reporting.fact.RegistryFact.ConditionSheetFiled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the producers promise, against what reporting reads: a break there turns this red in the same commit. */
class UpstreamContractTest {
    private static final Path REGISTRY = Path.of("../registry-service/contract/examples");
    private static final Path ASSESSMENT = Path.of("../assessment-service/contract/examples");

    @Test
    void every_example_of_the_register_that_is_used_is_read() throws IOException {
        assertThat(readAll(REGISTRY, "chuyi.registry.", (JsonEventCodec<?>) Codecs.REGISTRY))
                .containsOnlyKeys(((JsonEventCodec<?>) Codecs.REGISTRY).types().keySet());
    }

    @Test
    void every_example_of_the_assessment_that_is_used_is_read() throws IOException {
        assertThat(readAll(ASSESSMENT, "chuyi.assessment.", (JsonEventCodec<?>) Codecs.ASSESSMENT))
                .containsKeys(Codecs.ASSESSMENT.type(fact("indicator-verified.v1")), "chuyi.assessment.case-opened.v1");
    }

    @Test
    void a_frozen_catalogue_is_one_that_scores_can_be_computed_with() {
        var frozen = (CatalogueFrozen) fact("catalogue-frozen.v1");
        assertThat(frozen.content().catalogue().indicators()).isNotEmpty();
        assertThat(frozen.content().catalogue().level()).isEqualTo(frozen.level());
    }

    @Test
    void a_verified_value_is_the_text_that_was_decided() {
        assertThat(((IndicatorVerified) fact("indicator-verified.v1")).value()).isNotBlank();
    }

    @Test
    void a_sheet_has_conditions_with_direction_and_standard() throws IOException {
        var sheets = readAll(REGISTRY, "chuyi.registry.", (JsonEventCodec<?>) Codecs.REGISTRY)
                .get("chuyi.registry.condition-sheet-filed.v1");
        assertThat(sheets)
                .isNotEmpty()
                .allSatisfy(sheet ->
                        assertThat(((ConditionSheetFiled) sheet).conditions()).isNotEmpty());
    }

    private static AssessmentFact fact(String name) {
        var type = "chuyi.assessment." + name;
        try {
            return Codecs.ASSESSMENT.decode(
                    type, Files.readString(files(ASSESSMENT, type, name).getFirst()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeMap<String, List<Object>> readAll(Path folder, String prefix, JsonEventCodec<?> codec)
            throws IOException {
        var read = new TreeMap<String, List<Object>>();
        for (var type : codec.types().keySet()) {
            for (var file : files(folder, type, type.substring(prefix.length()))) {
                read.computeIfAbsent(type, _ -> new ArrayList<>()).add(codec.decode(type, Files.readString(file)));
            }
        }
        return read;
    }

    /** Examples lie in a folder of the type's name, or beside each other as {@code name-1.json}. */
    private static List<Path> files(Path folder, String type, String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> folder.relativize(file).startsWith(type)
                            || file.getFileName().toString().matches(Pattern.quote(name) + "-\\d+\\.json"))
                    .sorted()
                    .toList();
        }
    }
}
