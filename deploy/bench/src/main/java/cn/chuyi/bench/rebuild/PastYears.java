package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.rebuild.Population.Place;
import cn.chuyi.bench.rebuild.Population.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Five years of a country, from a seed: registration, sheets and task books, reports and decisions, monthly progress and
 * payments in between, four years published. About 2 % of the events correct an earlier value, 1 % withdraw a finding,
 * 0.5 % come twice. More events are more progress of the same projects and cases.
 */
final class PastYears {
    private static final int FIRST = 2021;
    private static final int LAST = 2025;
    private static final int CASE_STEPS = 18;
    private static final List<String> REPORTED = List.of("A1", "A2", "A3", "E2", "E3", "G1", "G2", "B1", "F2");
    private static final List<String> CITY_REPORTED = List.of("A1", "A2", "A3", "E2", "E3", "G1", "G2", "B2", "D2");

    private final Random random;
    private final Population population;
    private final int target;
    private Consumer<Event> sink = _ -> {};
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private Instant clock = Instant.parse("2021-01-05T00:00:00.123Z");
    private int written;

    PastYears(long seed, int events, Population population) {
        this.random = new Random(seed);
        this.population = population;
        this.target = events;
    }

    void write(Consumer<Event> sink) {
        this.sink = sink;
        register();
        for (int year = FIRST; year <= LAST; year++) {
            open(year);
            season(year, target / (LAST - FIRST + 1) * (year - FIRST + 1) - closing(year));
            if (year < LAST) {
                for (var unit : population.units()) {
                    ofCase(
                            unit,
                            year,
                            "result-published",
                            ",\"level\":\"%s\",\"from\":\"RESULT_FINAL\",\"edition\":1".formatted(unit.level()));
                }
            }
        }
    }

    /** Some more of the last year. */
    void more(int events, Consumer<Event> sink) {
        this.sink = sink;
        for (int i = 0; i < events; i++) {
            filling(LAST);
        }
    }

    private int closing(int year) {
        return year < LAST ? population.units().size() : 0;
    }

    private void register() {
        population.provinces().forEach(code -> division(code, "PROVINCE", ""));
        population.units().forEach(unit -> division(unit.code(), unit.level(), unit.parent()));
        var schools = population.institutions();
        for (int i = 0; i < schools.size(); i++) {
            institution(schools.get(i), "institution-registered", Payloads.institution(schools.get(i), i));
        }
        for (int i = 0; i < population.projects().size(); i++) {
            var project = population.projects().get(i);
            project(
                    project,
                    "project-declared",
                    Payloads.declared(
                            project, i, schools.get(i % schools.size()).id()));
            project(project, "project-listed", Payloads.listed(project));
        }
    }

    private void open(int year) {
        for (var level : List.of("CITY", "COUNTY")) {
            assessment(
                    "catalogue-%s-%d-%s".formatted(Population.PROGRAMME, year, level),
                    "catalogue-frozen",
                    "{\"programme\":\"%s\",\"year\":%d,\"level\":\"%s\",\"revision\":1,\"sha256\":\"%s\",\"content\":%s}"
                            .formatted(Population.PROGRAMME, year, level, "0".repeat(64), catalogue(year, level)));
        }
        assessment(
                "cycle-%s-%d".formatted(Population.PROGRAMME, year),
                "cycle-opened",
                "{\"programme\":\"%s\",\"year\":%d,\"referenceDate\":\"%d-12-31\",\"demo\":true}"
                        .formatted(Population.PROGRAMME, year, year));
        for (var unit : population.units()) {
            ofCase(
                    unit,
                    year,
                    "case-opened",
                    ",\"level\":\"%s\",\"parent\":\"%s\",\"demo\":true".formatted(unit.level(), unit.parent()));
        }
    }

    /** What must be there once, in any order between streams, and in between whatever fills the year. */
    private void season(int year, int end) {
        int units = population.units().size();
        int schools = population.institutions().size();
        int projects = population.projects().size();
        int needed = units * CASE_STEPS + schools + 2 * projects;
        var order = new int[needed];
        for (int i = 0; i < needed; i++) {
            order[i] = i;
        }
        shuffle(order);
        int next = 0;
        while (next < needed || written < end) {
            int left = needed - next;
            boolean must = left > 0 && (written >= end - left || random.nextInt(Math.max(1, end - written)) < left);
            if (must) {
                base(order[next++], year);
            } else {
                filling(year);
            }
        }
    }

    private void base(int which, int year) {
        int cases = population.units().size() * CASE_STEPS;
        int sheets = cases + population.institutions().size();
        if (which < cases) {
            step(population.units().get(which / CASE_STEPS), year);
        } else if (which < sheets) {
            var school = population.institutions().get(which - cases);
            institution(school, "condition-sheet-filed", Payloads.sheet(school, year, random.nextInt(1_000_000)));
        } else {
            var project = population.projects().get((which - sheets) / 2);
            boolean first = steps.merge(project.id() + year, 1, Integer::sum) == 1;
            project(
                    project,
                    first ? "project-task-book-agreed" : "project-funds-planned",
                    Payloads.points(project, year, first ? "planned" : "amount", decimal(1000), on(year)));
        }
    }

    /** The next thing that every case needs: reports, then decisions, then files. */
    private void step(Unit unit, int year) {
        int step = steps.merge(unit.code() + year, 1, Integer::sum) - 1;
        var codes = unit.city() ? CITY_REPORTED : REPORTED;
        if (step < 9) {
            report(unit, year, codes.get(step));
        } else if (step < 16) {
            var code = codes.get(step - 9);
            ofCase(
                    unit,
                    year,
                    "indicator-verified",
                    ",\"indicator\":\"%s\",\"value\":\"%s\",\"origin\":\"REPORTED\",\"phase\":\"DOC_REVIEW\""
                            .formatted(indicator(unit, code), value(code)));
        } else {
            evidence(unit, year);
        }
    }

    private void filling(int year) {
        var unit = population.units().get(random.nextInt(population.units().size()));
        var project =
                population.projects().get(random.nextInt(population.projects().size()));
        int dice = random.nextInt(1000);
        if (dice < 40) {
            report(unit, year, (unit.city() ? CITY_REPORTED : REPORTED).get(random.nextInt(9)));
        } else if (dice < 60) {
            var finding = "F" + steps.merge("F" + unit.code() + year, 1, Integer::sum);
            ofCase(
                    unit,
                    year,
                    "finding-confirmed",
                    ",\"finding\":\"%s\",\"rule\":\"D%d\",\"reason\":\"查实一起违规\""
                            .formatted(finding, 1 + random.nextInt(3)));
            ofCase(unit, year, "finding-withdrawn", ",\"finding\":\"%s\",\"reason\":\"经核实不属于本单位\"".formatted(finding));
        } else if (dice < 660) {
            project(
                    project,
                    "project-progress-reported",
                    Payloads.progress(project, year, decimal(1000), sha(), on(year)));
        } else if (dice < 800) {
            project(project, "project-funds-paid-in", Payloads.points(project, year, "amount", decimal(50), on(year)));
        } else {
            evidence(unit, year);
        }
    }

    private void report(Unit unit, int year, String code) {
        ofCase(
                unit,
                year,
                "indicator-reported",
                ",\"indicator\":\"%s\",\"value\":\"%s\",\"evidence\":[\"%s\"]"
                        .formatted(indicator(unit, code), value(code), sha()));
    }

    private void evidence(Unit unit, int year) {
        ofCase(
                unit,
                year,
                "evidence-attached",
                ",\"indicator\":\"%s\",\"sha256\":\"%s\",\"name\":\"县政府文件.pdf\",\"mediaType\":\"application/pdf\",\"size\":48211"
                        .formatted(indicator(unit, "A1"), sha()));
    }

    private static String indicator(Unit unit, String code) {
        return (unit.city() ? "C-" : "K-") + code;
    }

    private String value(String code) {
        boolean letter = code.startsWith("A") || code.equals("D2");
        return letter ? String.valueOf((char) ('A' + random.nextInt(4))) : decimal(100);
    }

    private String decimal(int below) {
        return random.nextInt(below) + "." + random.nextInt(10);
    }

    private String on(int year) {
        return "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private String sha() {
        return "%016x%016x%016x%016x"
                .formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    private void division(String code, String level, String parent) {
        add(
                Population.REGISTRY,
                "division-" + code,
                "chuyi.registry.division-registered.v1",
                Payloads.division(code, level, parent));
    }

    private void institution(Place place, String name, String json) {
        add(Population.REGISTRY, "institution-" + place.id(), "chuyi.registry." + name + ".v1", json);
    }

    private void project(Place place, String name, String json) {
        add(Population.REGISTRY, "project-" + place.id(), "chuyi.registry." + name + ".v1", json);
    }

    private void ofCase(Unit unit, int year, String name, String rest) {
        assessment(
                "case-%s-%d-%s".formatted(Population.PROGRAMME, year, unit.code()),
                name,
                Payloads.ofCase(unit, year, rest));
    }

    private void assessment(String stream, String name, String json) {
        add(Population.ASSESSMENT, stream, "chuyi.assessment." + name + ".v1", json);
    }

    private void add(String topic, String stream, String type, String json) {
        clock = clock.plusMillis(17);
        var id = new UUID(0x0197_0000_0000_7000L | clock.toEpochMilli() << 16, random.nextLong()).toString();
        var event = new Event(topic, stream, versions.merge(stream, 1L, Long::sum), type, id, clock, json);
        sink.accept(event);
        written++;
        if (random.nextInt(200) == 0) {
            sink.accept(event);
            written++;
        }
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private static String catalogue(int year, String level) {
        var file = "/data/catalogue-2025-" + level.toLowerCase(java.util.Locale.ROOT) + ".json";
        try (var in = PastYears.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("2025", Integer.toString(year));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
