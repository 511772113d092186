package cn.chuyi.reporting.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page has no types: this keeps what it reads of an answer equal to what the contract says is there. */
class WebPageTest {

    private static final Path PAGE = Path.of("src/main/resources/META-INF/resources/page");
    private static final Pattern IMPORT = Pattern.compile("from '\\./(.*?)'");

    /**
     * What a variable of the page's modules holds.
     *
     * @param schema its name in the contract
     */
    record Reading(String module, String variable, String schema) {}

    static Stream<Reading> readings() {
        return Stream.of(
                new Reading("main.js", "settings", "WebSettings"),
                new Reading("session.js", "settings", "WebSettings"),
                new Reading("session.js", "settings.oidc", "LogIn"),
                new Reading("board.js", "result", "BoardView"),
                new Reading("board.js", "unit", "Row"),
                new Reading("board.js", "unit.city", "Named"),
                new Reading("unit.js", "score", "ScoreView"),
                new Reading("unit.js", "score.unit", "Named"),
                new Reading("unit.js", "score.city", "Named"),
                new Reading("unit.js", "item", "ItemView"),
                new Reading("unit.js", "veto", "AppliedView"),
                new Reading("unit.js", "explanation", "Explanation"),
                new Reading("unit.js", "branch", "Branch"),
                new Reading("unit.js", "county", "County"),
                new Reading("unit.js", "finding", "Finding"),
                new Reading("events.js", "event", "Leaf"),
                new Reading("unit.js", "line", "Trust"),
                new Reading("changes.js", "edition", "EditionView"),
                new Reading("changes.js", "diff", "DiffView"),
                new Reading("changes.js", "change", "EditionDiff"),
                new Reading("changes.js", "item", "MovedItem"),
                new Reading("changes.js", "before", "ResultSide"),
                new Reading("changes.js", "proposal", "ProposalView"),
                new Reading("changes.js", "correction", "Correction"),
                new Reading("changes.js", "rank", "MovedRank"),
                new Reading("history.js", "page", "ScoreHistory"),
                new Reading("history.js", "entry", "HistoryEntry"),
                new Reading("history.js", "entry.result", "ResultSide"),
                new Reading("history.js", "line", "MovedIndicator"),
                new Reading("board.js", "proposal", "ProposalView"),
                new Reading("board.js", "proposal.unit", "Named"),
                new Reading("rules.js", "start", "SimulationView"),
                new Reading("rules.js", "frozen", "SimulationRules"),
                new Reading("rules.js", "indicator", "SimulationIndicator"),
                new Reading("rules.js", "unit", "SimulatedUnit"),
                new Reading("rules.js", "band", "Band"),
                new Reading("outcome.js", "result", "SimulationView"),
                new Reading("outcome.js", "summary", "SimulationSummary"),
                new Reading("outcome.js", "rules", "SimulationRules"),
                new Reading("outcome.js", "line", "SimulationIndicator"),
                new Reading("outcome.js", "mover", "Mover"),
                new Reading("outcome.js", "unit", "SimulatedUnit"),
                new Reading("outcome.js", "stability", "Firmness"),
                new Reading("outcome.js", "ranks", "Ranks"),
                new Reading("events.js", "position", "Position"),
                new Reading("rebuild.js", "run", "Run"),
                new Reading("rebuild.js", "mark", "Mark"),
                new Reading("rebuild.js", "last", "Mark"),
                new Reading("rebuild.js", "difference", "Difference"),
                new Reading("rebuild.js", "root", "Root"),
                new Reading("progress.js", "result", "ProgressView"),
                new Reading("progress.js", "task", "Line"),
                new Reading("progress.js", "city", "City"));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void the_page_reads_only_what_the_contract_promises(Reading reading) throws IOException {
        assertThat(read(reading)).isNotEmpty().isSubsetOf(promised(reading.schema()));
    }

    @Test
    void every_module_that_is_imported_is_there() throws IOException {
        try (var modules = Files.list(PAGE)) {
            var imported = modules.filter(module -> module.toString().endsWith(".js"))
                    .flatMap(module -> IMPORT.matcher(text(module)).results().map(match -> match.group(1)))
                    .collect(toCollection(TreeSet::new));
            assertThat(imported).isNotEmpty().allMatch(module -> Files.exists(PAGE.resolve(module)));
        }
    }

    private static Set<String> read(Reading reading) {
        var variable = reading.variable().replace(".", "\\??\\.");
        return Pattern.compile("(?<![\\w.'\"/-])" + variable + "\\??\\.(\\w+)\\b")
                .matcher(text(PAGE.resolve(reading.module())))
                .results()
                .map(match -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> promised(String schema) throws IOException {
        JsonNode contract = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("contract/openapi.yaml").toFile());
        var names = new TreeSet<String>();
        contract.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static String text(Path module) {
        try {
            return Files.readString(module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
