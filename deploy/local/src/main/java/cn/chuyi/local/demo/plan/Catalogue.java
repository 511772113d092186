package cn.chuyi.local.demo.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A frozen-to-be catalogue, as it comes.
 *
 * @param content what the assessment service is sent
 * @param reported the indicators that a unit states itself
 */
public record Catalogue(JsonNode content, List<Indicator> reported) {

    /** @param rule how a value becomes a share */
    record Indicator(String code, JsonNode rule) {

        /** The text of a value that earns about this share, 0..1. */
        String valueFor(double share) {
            return switch (rule.get("kind").asText()) {
                case "RUBRIC" -> letter(share);
                case "RATIO" -> Dice.number(number("target") * share, 1);
                case "LINEAR" -> Dice.number(number("floor") + (number("full") - number("floor")) * share, 1);
                default -> throw new IllegalStateException("no reported indicator has the rule " + rule);
            };
        }

        private double number(String field) {
            return Double.parseDouble(rule.get(field).asText());
        }

        private static String letter(double share) {
            if (share >= 0.9) {
                return "A";
            }
            if (share >= 0.72) {
                return "B";
            }
            return share >= 0.5 ? "C" : "D";
        }
    }

    public static Catalogue ofCounties() {
        return of(Resource.json("catalogue-2025-county.json"));
    }

    public static Catalogue ofCities() {
        return of(Resource.json("catalogue-2025-city.json"));
    }

    private static Catalogue of(JsonNode content) {
        var reported = StreamSupport.stream(content.get("indicators").spliterator(), false)
                .filter(indicator -> indicator.at("/measure/source").asText().equals("REPORTED"))
                .map(indicator -> new Indicator(indicator.get("code").asText(), indicator.get("rule")))
                .toList();
        return new Catalogue(content, reported);
    }
}
