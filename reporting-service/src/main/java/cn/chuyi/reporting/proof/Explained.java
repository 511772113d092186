package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the explanation says of the result, against the canonical text. It may say less, but nothing else. */
final class Explained {
    private static final List<String> OF_UNIT = List.of("year", "unit", "level", "edition", "total", "grade");
    private static final List<String> OF_ITEM = List.of("", "indicator", "state", "value", "share", "points");
    private static final String ABSENT = "-";

    private Explained() {}

    /** @throws FlawException naming the first thing that is not the result's */
    static void check(byte[] explanation, String canonical) {
        var said = read(explanation);
        var lines = canonical.lines().toList();
        compare("", said, cells(OF_UNIT, lines.getFirst()));
        var items = new HashMap<String, Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var item = cells(OF_ITEM, line);
            items.put(item.get("indicator"), item);
        }
        for (var item : said.path("items")) {
            var indicator = item.path("indicator").asText();
            var stands = items.get(indicator);
            if (stands == null) {
                throw wrong("has an item " + indicator + ", the result has none");
            }
            compare(indicator + " ", item, stands);
        }
    }

    private static JsonNode read(byte[] explanation) {
        try {
            return Json.mapper().readTree(new String(explanation, UTF_8));
        } catch (IOException _) {
            throw wrong("cannot be read");
        }
    }

    private static Map<String, String> cells(List<String> names, String line) {
        var cells = line.split("\t", -1);
        var named = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), cells[i]);
        }
        return named;
    }

    private static void compare(String of, JsonNode said, Map<String, String> stands) {
        stands.forEach((name, cell) -> {
            var text = said.path(name).asText(ABSENT);
            if (said.hasNonNull(name) && !text.equals(cell)) {
                throw wrong("says " + of + name + " " + text + ", the events make " + cell);
            }
        });
    }

    private static FlawException wrong(String what) {
        return new FlawException(Flaw.RESULT, Names.EXPLANATION + " " + what);
    }
}
