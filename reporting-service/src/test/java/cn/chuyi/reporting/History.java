package cn.chuyi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Attributes;
import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.journal.Link;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the producers would write: facts in streams, with the envelope they come in. */
public final class History {
    public static final String REGISTRY = "chuyi.registry.v1";
    public static final String ASSESSMENT = "chuyi.assessment.v1";

    private final String programme;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Link> links = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private Instant clock = Instant.parse("2026-01-05T00:00:00Z");

    public History(String programme) {
        this.programme = programme;
    }

    /** @param before the link of the topic's hash chain before this fact's own */
    public record Entry(
            String topic, String stream, long version, String type, String id, Instant time, String json, Link before) {

        public ProducerRecord<String, byte[]> record() {
            var record = new ProducerRecord<>(topic, stream, json.getBytes(UTF_8));
            headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
            return record;
        }

        public ConsumerRecord<String, byte[]> at(Position position) {
            var record = new ConsumerRecord<>(
                    position.topic(), position.partition(), position.offset(), stream, json.getBytes(UTF_8));
            headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
            return record;
        }

        private Map<String, String> headers() {
            return Map.of(
                    "ce_specversion",
                    "1.0",
                    "ce_id",
                    id,
                    "ce_source",
                    topic.equals(REGISTRY) ? "/registry-service" : "/assessment-service",
                    "ce_type",
                    type,
                    "ce_time",
                    time.toString(),
                    "ce_subject",
                    stream,
                    "ce_sequence",
                    Long.toString(version),
                    "ce_actor",
                    "somebody",
                    "ce_previouslink",
                    before.text());
        }

        private Link link() {
            Attributes attributes = headers()::get;
            return before.next(attributes.envelope(new Position(topic, 0, 0)), json);
        }

        public Entry broken() {
            return new Entry(topic, stream, version, type, id, time, "{\"broken", before);
        }

        /** Of a stream with a name that PostgreSQL does not take. */
        public Entry unkept() {
            return new Entry(topic, stream + '\0', version, type, id, time, json, before);
        }

        public Entry unknown() {
            return new Entry(topic, stream, version, type.replace(".v1", "-and-more.v9"), id, time, json, before);
        }

        /** As one whose place in the chain is another's. */
        public Entry unchained() {
            return new Entry(topic, stream, version, type, id, time, json, Link.origin());
        }

        public String token() {
            return stream + "@" + version;
        }
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public Entry last() {
        return entries.getLast();
    }

    /** What a reader waits for to see all of it. */
    public String positions() {
        return String.join(
                ",",
                entries.stream()
                        .collect(Collectors.toMap(Entry::stream, Entry::token, (_, later) -> later))
                        .values());
    }

    public String cycle() {
        return programme + "-2025";
    }

    public History division(String code, String level, String parent) {
        return registry(
                "division-" + code,
                "division-registered",
                Map.of(
                        "code",
                        code,
                        "name",
                        "区划" + code,
                        "level",
                        level,
                        "parent",
                        parent,
                        "effectiveOn",
                        "2020-01-01"));
    }

    public String school(String kind, String locatedIn, String administeredBy) {
        var id = UUID.nameUUIDFromBytes((programme + entries.size()).getBytes(UTF_8))
                .toString();
        institution(
                id,
                "institution-registered",
                Map.of(
                        "institution",
                        id,
                        "name",
                        "学校" + id,
                        "kind",
                        kind,
                        "ownership",
                        "PUBLIC",
                        "locatedIn",
                        locatedIn,
                        "administeredBy",
                        Map.of("authority", "COUNTY", "division", administeredBy),
                        "enrols",
                        true,
                        "demo",
                        true,
                        "effectiveOn",
                        "2021-09-01"));
        return id;
    }

    public History institution(String id, String name, Map<String, Object> payload) {
        return registry("institution-" + id, name, payload);
    }

    /** A sheet of 2025 on which {@code met} of ten conditions are met; the others are at 90 % of the standard. */
    public History sheet(String id, int met, int students, int teachers, int specialised, int dual) {
        var conditions = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= 10; i++) {
            conditions.add(Map.of(
                    "code",
                    "S-" + i,
                    "value",
                    i <= met ? "100" : "90",
                    "standard",
                    "100",
                    "direction",
                    "AT_LEAST",
                    "applicable",
                    true));
        }
        return institution(
                id,
                "condition-sheet-filed",
                Map.of(
                        "institution", id,
                        "year", 2025,
                        "conditions", conditions,
                        "students", students,
                        "teachers", teachers,
                        "specialisedTeachers", specialised,
                        "dualQualifiedTeachers", dual,
                        "effectiveOn", "2025-10-15"));
    }

    public String project(String task, String kind, String locatedIn, String lead) {
        var id = UUID.nameUUIDFromBytes((programme + entries.size()).getBytes(UTF_8))
                .toString();
        project(
                id,
                "project-declared",
                Map.of(
                        "project", id,
                        "programme", programme,
                        "task", task,
                        "kind", kind,
                        "name", "项目" + id,
                        "leadUnit", Map.of("institution", lead, "name", "牵头"),
                        "locatedIn", locatedIn,
                        "demo", true,
                        "effectiveOn", "2022-12-01"));
        return id;
    }

    public History project(String id, String name, Map<String, Object> payload) {
        return registry("project-" + id, name, payload);
    }

    public History taskBook(String id, String planned) {
        return project(
                id,
                "project-task-book-agreed",
                Map.of("project", id, "year", 2025, "planned", planned, "effectiveOn", "2025-01-10"));
    }

    public History done(String id, String done) {
        return project(
                id,
                "project-progress-reported",
                Map.of(
                        "project",
                        id,
                        "year",
                        2025,
                        "done",
                        done,
                        "evidence",
                        List.of("a".repeat(64)),
                        "effectiveOn",
                        "2025-11-20"));
    }

    public History catalogue(String level) {
        var content = read("src/test/resources/catalogues/catalogue-2025-" + level.toLowerCase(Locale.ROOT) + ".json")
                .replace("\"CHUYI-2022\"", "\"" + programme + "\"");
        return add(
                ASSESSMENT,
                "catalogue-" + cycle() + "-" + level,
                "chuyi.assessment.catalogue-frozen.v1",
                "{\"programme\":\"%s\",\"year\":2025,\"level\":\"%s\",\"revision\":1,\"sha256\":\"%s\",\"content\":%s}"
                        .formatted(programme, level, "0".repeat(64), content));
    }

    public History openCycle() {
        return assessment(
                "cycle-" + cycle(),
                "cycle-opened",
                Map.of("programme", programme, "year", 2025, "referenceDate", "2025-12-31", "demo", true));
    }

    public History openCase(String unit, String level, String parent) {
        return ofCase(unit, "case-opened", Map.of("level", level, "parent", parent, "demo", true));
    }

    public History ofCase(String unit, String name, Map<String, Object> payload) {
        var whole = new HashMap<>(payload);
        whole.put("programme", programme);
        whole.put("year", 2025);
        whole.put("unit", unit);
        return assessment("case-" + cycle() + "-" + unit, name, whole);
    }

    public History reported(String unit, String indicator, String value) {
        return ofCase(
                unit, "indicator-reported", Map.of("indicator", indicator, "value", value, "evidence", List.of()));
    }

    public History verified(String unit, String indicator, String value) {
        return ofCase(
                unit,
                "indicator-verified",
                Map.of("indicator", indicator, "value", value, "origin", "REPORTED", "phase", "DOC_REVIEW"));
    }

    public History published(String unit) {
        return ofCase(unit, "result-published", Map.of("level", "COUNTY", "edition", 1));
    }

    public History registry(String stream, String name, Map<String, Object> payload) {
        return add(REGISTRY, stream, "chuyi.registry." + name + ".v1", json(payload));
    }

    public History assessment(String stream, String name, Map<String, Object> payload) {
        return add(ASSESSMENT, stream, "chuyi.assessment." + name + ".v1", json(payload));
    }

    private History add(String topic, String stream, String type, String json) {
        clock = clock.plusSeconds(1);
        long version = versions.merge(stream, 1L, Long::sum);
        var id = UUID.nameUUIDFromBytes((stream + version).getBytes(UTF_8)).toString();
        var entry = new Entry(topic, stream, version, type, id, clock, json, links.getOrDefault(topic, start()));
        links.put(topic, entry.link());
        entries.add(entry);
        return this;
    }

    /** Histories share divisions and nothing else; their links have numbers apart, as if each went on from others. */
    private Link start() {
        return new Link(Math.floorMod(programme.hashCode(), 1_000_000) * 1_000L, new byte[32]);
    }

    private static String json(Object payload) {
        try {
            return Json.mapper().writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
