package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Answer;
import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.plan.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Adopts the programme: its project kinds, its tasks, what each source claims as a target, and for most tasks the claim
 * that holds, chosen by the office with a reason.
 */
final class Programme {

    static final String CODE = "CHUYI-2022";

    private static final String PATH = "programmes/" + CODE;

    private final Desk office;
    private final JsonNode programme = Resource.json("programme-chuyi-2022.json");

    Programme(Suite suite) {
        this.office = suite.registry(Suite.OFFICE);
    }

    void load() {
        office.post("programmes", head());
        defineKinds();
        programme.get("tasks").forEach(this::add);
    }

    private Map<String, Object> head() {
        return Map.of(
                "code", CODE,
                "name", programme.get("name"),
                "document", programme.get("document"),
                "from", programme.get("from"),
                "to", programme.get("to"));
    }

    private void defineKinds() {
        ProjectKind.ALL.forEach(kind -> office.post(PATH + "/project-kinds", kind));
    }

    private void add(JsonNode task) {
        var code = task.get("code").asText();
        Answer last = office.post(
                PATH + "/tasks",
                Map.of(
                        "task", code,
                        "name", task.get("name"),
                        "scope", task.get("scope"),
                        "unit", task.get("unit"),
                        "projectKinds", task.get("projectKinds")));
        for (var claim : task.get("claims")) {
            last = office.post(PATH + "/tasks/" + code + "/claims", claim);
        }
        adopt(task, last);
    }

    private void adopt(JsonNode task, Answer before) {
        var adopted = task.get("adopt").asText(null);
        if (adopted == null) {
            return;
        }
        var target =
                Map.of("claim", bestClaim(task.get("claims"), adopted), "reason", reason(task.get("claims"), adopted));
        var path = PATH + "/tasks/" + task.get("code").asText() + "/target";
        office.put(path, target, PATH, before.etag());
    }

    /** Number of the claim to adopt: the public record where there is one, else the first with that value. */
    private static int bestClaim(JsonNode claims, String value) {
        var numbers = IntStream.rangeClosed(1, claims.size())
                .filter(number -> claims.get(number - 1).get("value").asText().equals(value))
                .boxed()
                .toList();
        return numbers.stream()
                .filter(number -> claims.get(number - 1).get("source").asText().startsWith("public record"))
                .findFirst()
                .orElse(numbers.getFirst());
    }

    private static String reason(JsonNode claims, String value) {
        long agreeing = claims.valueStream()
                .filter(claim -> claim.get("value").asText().equals(value))
                .count();
        var others = claims.valueStream()
                .map(claim -> claim.get("value").asText())
                .filter(other -> !other.equals(value))
                .distinct()
                .toList();
        return others.isEmpty()
                ? "%d 个来源一致".formatted(agreeing)
                : "%d 个来源为 %s，另有 %s 与公开记录不符，不予采用".formatted(agreeing, value, String.join("、", others));
    }
}
