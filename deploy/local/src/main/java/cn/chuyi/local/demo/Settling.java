package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.client.Lanes;
import cn.chuyi.local.demo.client.Patience;
import cn.chuyi.local.demo.plan.Generator;
import cn.chuyi.local.demo.plan.Unit;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Waits until what was written has come through. The review copies the collected values into the case, for good: were
 * it too early, the year would not come out the same each time.
 */
final class Settling {

    private static final int TOKENS_A_REQUEST = 50;

    private final Suite suite;
    private final Progress progress;

    Settling(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
    }

    void await(Collection<Unit> units) {
        var written = suite.registered().tokens();
        Lanes.forEach(batches(written), this::awaitReporting);
        progress.stage("measures of units", units.size());
        Lanes.forEach(units, this::awaitAgreement);
    }

    /** Reporting has read everything that was registered. */
    private void awaitReporting(List<String> tokens) {
        var after = String.join(",", tokens);
        suite.reporting(Suite.OFFICE).get("scoreboards/%d/CITY?wait=30s&after=%s".formatted(Generator.YEAR, after));
    }

    /** Assessment has the same standing values as reporting: all measures have arrived, and all reviews. */
    private void awaitAgreement(Unit unit) {
        Patience.until(
                "the measures of " + unit.name() + " arrive",
                () -> standing(suite.assessment(Suite.OFFICE), CaseFile.path(unit), "code")
                        .equals(standing(
                                suite.reporting(Suite.OFFICE),
                                "scores/%d/%s".formatted(Generator.YEAR, unit.code()),
                                "indicator")));
        progress.step();
    }

    private static Map<String, String> standing(Desk desk, String path, String codeField) {
        var result = new TreeMap<String, String>();
        var body = desk.get(path).body();
        var indicators = body.has("items") ? body.get("items") : body.get("indicators");
        for (JsonNode one : indicators) {
            var value = one.path("state").asText() + " " + one.path("value").asText("-");
            result.put(one.path(codeField).asText(), value);
        }
        return result;
    }

    private static List<List<String>> batches(List<String> tokens) {
        return IntStream.iterate(0, i -> i < tokens.size(), i -> i + TOKENS_A_REQUEST)
                .mapToObj(i -> tokens.subList(i, Math.min(tokens.size(), i + TOKENS_A_REQUEST)))
                .toList();
    }
}
