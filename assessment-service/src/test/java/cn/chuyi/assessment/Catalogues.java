package cn.chuyi.assessment;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The catalogues of the contract's examples, under any year, so that tests do not meet. */
public final class Catalogues {
    private Catalogues() {}

    public static ObjectNode county(int year) {
        return of(2, year);
    }

    public static ObjectNode city(int year) {
        return of(1, year);
    }

    /** As a plain tree, which is what the core takes. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> tree(JsonNode catalogue) {
        return Json.mapper().convertValue(catalogue, Map.class);
    }

    /** Codes of the indicators that a unit reports. */
    public static List<String> reported(JsonNode catalogue) {
        return StreamSupport.stream(catalogue.path("indicators").spliterator(), false)
                .filter(indicator ->
                        indicator.path("measure").path("source").asText().equals("REPORTED"))
                .map(indicator -> indicator.path("code").asText())
                .toList();
    }

    /** A value that the indicator takes. */
    public static String value(JsonNode catalogue, String code) {
        String unit = StreamSupport.stream(catalogue.path("indicators").spliterator(), false)
                .filter(indicator -> indicator.path("code").asText().equals(code))
                .map(indicator -> indicator.path("unit").asText())
                .findFirst()
                .orElseThrow();
        return unit.equals("GRADE") ? "B" : unit.equals("PERCENT") ? "90" : "8";
    }

    private static ObjectNode of(int example, int year) {
        try {
            byte[] file = Files.readAllBytes(
                    Path.of("contract/examples/chuyi.assessment.catalogue-drafted.v1/" + example + ".json"));
            var content = (ObjectNode) Json.mapper().readTree(file).path("content");
            return content.put("year", year);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
