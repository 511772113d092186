package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.rebuild.Population.Place;
import cn.chuyi.bench.rebuild.Population.Unit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes events of facts: stream, version, identity and time. One in 200 is written twice, as after a crash. */
final class Recorder {
    private final Chance chance;
    private final Map<String, Long> versions = new HashMap<>();
    private Consumer<Event> sink = _ -> {};
    private Instant clock = Instant.parse("2021-01-05T00:00:00.123Z");
    private int written;

    Recorder(Chance chance) {
        this.chance = chance;
    }

    void to(Consumer<Event> sink) {
        this.sink = sink;
    }

    /** Events so far, those that came twice counted twice. */
    int written() {
        return written;
    }

    void division(String code, String level, String parent) {
        add(
                Population.REGISTRY,
                "division-" + code,
                "chuyi.registry.division-registered.v1",
                Payloads.division(code, level, parent));
    }

    void institution(Place place, String name, String json) {
        add(Population.REGISTRY, "institution-" + place.id(), "chuyi.registry." + name + ".v1", json);
    }

    void project(Place place, String name, String json) {
        add(Population.REGISTRY, "project-" + place.id(), "chuyi.registry." + name + ".v1", json);
    }

    void ofCase(Unit unit, int year, String name, String rest) {
        assessment(
                "case-%s-%d-%s".formatted(Population.PROGRAMME, year, unit.code()),
                name,
                Payloads.ofCase(unit, year, rest));
    }

    void assessment(String stream, String name, String json) {
        add(Population.ASSESSMENT, stream, "chuyi.assessment." + name + ".v1", json);
    }

    private void add(String topic, String stream, String type, String json) {
        clock = clock.plusMillis(17);
        var id = new UUID(0x0197_0000_0000_7000L | clock.toEpochMilli() << 16, chance.any()).toString();
        var event = new Event(topic, stream, versions.merge(stream, 1L, Long::sum), type, id, clock, json);
        sink.accept(event);
        written++;
        if (chance.below(200) == 0) {
            sink.accept(event);
            written++;
        }
    }
}
