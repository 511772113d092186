package cn.chuyi.bench.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Five years of a country, from a seed: registration, sheets and task books, reports and decisions, monthly progress and
 * payments in between, four years published. About 2 % of the events correct an earlier value, 1 % withdraw a finding,
 * 0.5 % come twice. More events are more progress of the same projects and cases.
 */
final class PastYears {
    private static final int FIRST = 2021;
    private static final int LAST = 2025;

    private final Population population;
    private final int target;
    private final Chance chance;
    private final Recorder recorder;
    private final CaseWork cases;
    private final Set<String> agreed = new HashSet<>();

    PastYears(long seed, int events, Population population) {
        this.population = population;
        this.target = events;
        this.chance = new Chance(seed);
        this.recorder = new Recorder(chance);
        this.cases = new CaseWork(chance, recorder);
    }

    void write(Consumer<Event> sink) {
        recorder.to(sink);
        register();
        for (int year = FIRST; year <= LAST; year++) {
            open(year);
            season(year, target / (LAST - FIRST + 1) * (year - FIRST + 1) - closing(year));
            if (year < LAST) {
                for (var unit : population.units()) {
                    cases.publish(unit, year);
                }
            }
        }
    }

    /** Some more of the last year. */
    void more(int events, Consumer<Event> sink) {
        recorder.to(sink);
        for (int i = 0; i < events; i++) {
            filling(LAST);
        }
    }

    private int closing(int year) {
        return year < LAST ? population.units().size() : 0;
    }

    private void register() {
        population.provinces().forEach(code -> recorder.division(code, "PROVINCE", ""));
        population.units().forEach(unit -> recorder.division(unit.code(), unit.level(), unit.parent()));
        var schools = population.institutions();
        for (int i = 0; i < schools.size(); i++) {
            recorder.institution(schools.get(i), "institution-registered", Payloads.institution(schools.get(i), i));
        }
        for (int i = 0; i < population.projects().size(); i++) {
            var project = population.projects().get(i);
            var lead = schools.get(i % schools.size()).id();
            recorder.project(project, "project-declared", Payloads.declared(project, i, lead));
            recorder.project(project, "project-listed", Payloads.listed(project));
        }
    }

    private void open(int year) {
        for (var level : List.of("CITY", "COUNTY")) {
            recorder.assessment(
                    "catalogue-%s-%d-%s".formatted(Population.PROGRAMME, year, level),
                    "catalogue-frozen",
                    "{\"programme\":\"%s\",\"year\":%d,\"level\":\"%s\",\"revision\":1,\"sha256\":\"%s\",\"content\":%s}"
                            .formatted(Population.PROGRAMME, year, level, "0".repeat(64), catalogue(year, level)));
        }
        recorder.assessment(
                "cycle-%s-%d".formatted(Population.PROGRAMME, year),
                "cycle-opened",
                "{\"programme\":\"%s\",\"year\":%d,\"referenceDate\":\"%d-12-31\",\"demo\":true}"
                        .formatted(Population.PROGRAMME, year, year));
        for (var unit : population.units()) {
            cases.open(unit, year);
        }
    }

    /** What must be there once, in any order between streams, and in between whatever fills the year. */
    private void season(int year, int end) {
        int schools = population.institutions().size();
        int projects = population.projects().size();
        int needed = population.units().size() * CaseWork.STEPS + schools + 2 * projects;
        var order = chance.order(needed);
        int next = 0;
        while (next < needed || recorder.written() < end) {
            int left = needed - next;
            int room = end - recorder.written();
            boolean must = left > 0 && (room <= left || chance.below(Math.max(1, room)) < left);
            if (must) {
                base(order[next++], year);
            } else {
                filling(year);
            }
        }
    }

    private void base(int which, int year) {
        int ofCases = population.units().size() * CaseWork.STEPS;
        int sheets = ofCases + population.institutions().size();
        if (which < ofCases) {
            cases.step(population.units().get(which / CaseWork.STEPS), year);
        } else if (which < sheets) {
            var school = population.institutions().get(which - ofCases);
            recorder.institution(
                    school, "condition-sheet-filed", Payloads.sheet(school, year, chance.below(1_000_000)));
        } else {
            var project = population.projects().get((which - sheets) / 2);
            boolean first = agreed.add(project.id() + year);
            recorder.project(
                    project,
                    first ? "project-task-book-agreed" : "project-funds-planned",
                    Payloads.points(
                            project, year, first ? "planned" : "amount", chance.decimal(1000), chance.on(year)));
        }
    }

    private void filling(int year) {
        var unit = population.units().get(chance.below(population.units().size()));
        var project =
                population.projects().get(chance.below(population.projects().size()));
        int dice = chance.below(1000);
        if (dice < 40) {
            cases.correct(unit, year);
        } else if (dice < 60) {
            cases.findAndWithdraw(unit, year);
        } else if (dice < 660) {
            recorder.project(
                    project,
                    "project-progress-reported",
                    Payloads.progress(project, year, chance.decimal(1000), chance.sha(), chance.on(year)));
        } else if (dice < 800) {
            recorder.project(
                    project,
                    "project-funds-paid-in",
                    Payloads.points(project, year, "amount", chance.decimal(50), chance.on(year)));
        } else {
            cases.evidence(unit, year);
        }
    }

    private static String catalogue(int year, String level) {
        var file = "/data/catalogue-2025-" + level.toLowerCase(Locale.ROOT) + ".json";
        try (var in = PastYears.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("2025", Integer.toString(year));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
