package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The catalogue as its event froze it. */
final class FrozenCatalogue {
    private static final String TYPE = "chuyi.assessment.catalogue-frozen.v1";

    private FrozenCatalogue() {}

    static byte[] of(List<EventLine> events, String stream) {
        return (content(events, stream).toPrettyString() + "\n").getBytes(UTF_8);
    }

    /** @throws FlawException when the file says another thing than the event */
    static void check(byte[] file, List<EventLine> events, String stream) {
        try {
            if (!Json.mapper().readTree(file).equals(content(events, stream))) {
                throw new FlawException(
                        Flaw.CATALOGUE, Names.CATALOGUE + " is not what the last event of " + stream + " froze");
            }
        } catch (IOException e) {
            throw new FlawException(Flaw.CATALOGUE, Names.CATALOGUE + " cannot be read: " + e.getMessage());
        }
    }

    private static JsonNode content(List<EventLine> events, String stream) {
        var frozen = events.stream()
                .filter(event ->
                        event.key().equals(stream) && event.envelope().type().equals(TYPE))
                .max(Comparator.comparing(event -> event.envelope().version()))
                .orElseThrow(() -> new FlawException(Flaw.EVENTS, "no event freezes the catalogue " + stream));
        try {
            return Json.mapper().readTree(frozen.value().utf8()).path("content");
        } catch (JsonProcessingException e) {
            throw new FlawException(Flaw.EVENTS, "event " + frozen.place() + " cannot be read: " + e.getMessage());
        }
    }
}
