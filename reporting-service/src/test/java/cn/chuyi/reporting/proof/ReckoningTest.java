package cn.chuyi.reporting.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.score.CanonicalText;
import cn.chuyi.reporting.score.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores from the events of packages alone are those of the running suite. */
class ReckoningTest {
    private static final String PROGRAMME = "CHUYI-2022";
    private static final List<EventLine> EVENTS = Samples.demoYear();
    private static final List<Recorded> FACTS = Samples.facts(EVENTS);

    /** The whole year as the suite test knows it: its boards have these digests. */
    private static final Path DIGESTS = Path.of("../deploy/suite-test/src/test/resources/demo-year.sha256");

    @ParameterizedTest
    @EnumSource
    void the_boards_of_the_demo_year_come_out_of_its_events(Level level) throws IOException {
        var text = new StringBuilder();
        editions(level)
                .forEach((unit, edition) -> text.append(Reckoning.canonical(FACTS, PROGRAMME, 2025, unit, edition)));

        assertThat(Files.readAllLines(DIGESTS)).contains(CanonicalText.sha256(text.toString()) + "  " + level);
    }

    @Test
    void every_published_unit_of_the_demo_year_is_proven_by_its_case_alone() {
        var key = Samples.key(1);
        var verification = new Verification(List.of(key.verifier()));
        for (var level : Level.values()) {
            editions(level).forEach((unit, edition) -> {
                if (edition > 0) {
                    var canonical = Reckoning.canonical(FACTS, PROGRAMME, 2025, unit, edition);
                    var zip = new UnitPackage(
                                    PROGRAMME, 2025, level, unit, edition, null, canonical, "{}", ofCase(level, unit))
                            .zip(key, HashAlgorithm.SHA_256);
                    assertThat(verification.verify(zip).canonical()).isEqualTo(canonical);
                }
            });
        }
        assertThat(editions(Level.COUNTY).values()).contains(1);
    }

    private static List<EventLine> ofCase(Level level, String unit) {
        var streams =
                List.of("cycle-CHUYI-2022-2025", "catalogue-CHUYI-2022-2025-" + level, "case-CHUYI-2022-2025-" + unit);
        return EVENTS.stream().filter(event -> streams.contains(event.key())).toList();
    }

    /** The edition that stands, by unit. */
    private static Map<String, Integer> editions(Level level) {
        var cases = FACTS.stream().collect(Collectors.groupingBy(Recorded::stream, TreeMap::new, Collectors.toList()));
        var editions = new TreeMap<String, Integer>();
        cases.values().forEach(facts -> {
            if (facts.getFirst().fact() instanceof CaseOpened opened && opened.level() == level) {
                var published = CaseFile.of(facts).publications();
                editions.put(
                        opened.unit(),
                        published.isEmpty() ? 0 : published.getLast().edition());
            }
        });
        return editions;
    }
}
