package cn.chuyi.local.demo.plan;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.chuyi.local.demo.plan.Project.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Declares the projects of the programme: for each task a number of them, led by schools that fit. */
final class ProjectPlans {

    private static final String ANY = "*";
    private static final String GOVERNMENT = "government";

    private static final List<Quota> QUOTAS = List.of(
            new Quota("T1.1", "THINK_TANK", School.COLLEGE, 1, "“楚怡”职业教育专业智库"),
            new Quota("T1.2", "HERITAGE_BASE", ANY, 18, "“楚怡”文化传承基地"),
            new Quota("T1.3", "SPIRIT_BEARER", ANY, 6, "“楚怡”精神传承人培育"),
            new Quota("T2.1", "SELECTED_SCHOOL", School.COLLEGE, 3, "“楚怡”高水平职业本科学校"),
            new Quota("T2.2b", "SELECTED_SCHOOL", School.COLLEGE, 8, "“楚怡”高水平高职专科院校"),
            new Quota("T2.3b", "SELECTED_SCHOOL", School.SECONDARY, 10, "“楚怡”优秀中职学校"),
            new Quota("T2.4", "SELECTED_SCHOOL", School.TECHNICIAN, 5, "“楚怡”优秀技工院校"),
            new Quota("T3.1", "PROGRAMME_CLUSTER", School.COLLEGE, 8, "“楚怡”职业本科专业群"),
            new Quota("T3.2", "PROGRAMME_CLUSTER", School.COLLEGE, 16, "“楚怡”高职高专专业群"),
            new Quota("T3.3", "PROGRAMME_CLUSTER", School.SECONDARY, 32, "“楚怡”优质中职专业群"),
            new Quota("T3.4", "PROGRAMME_CLUSTER", School.TECHNICIAN, 10, "“楚怡”优质技工专业群"),
            new Quota("T4.1", "TRAINING_BASE", ANY, 80, "“楚怡”产教融合实训基地"),
            new Quota("T4.2", "VOCATIONAL_GROUP", ANY, 30, "“楚怡”职教集团"),
            new Quota("T5.1", "TEACHER_TEAM", ANY, 16, "“楚怡”教学创新团队"),
            new Quota("T6.1", "POLICY_DOCUMENT", GOVERNMENT, 12, "技术技能人才政策清理"));

    private static final List<String> STAGES =
            List.of("APPROVED", "STARTED", "STRUCTURE", "COMPLETED", "ACCEPTED", "IN_USE", "UNIFIED");

    /** @param leads kind of the schools that may lead */
    private record Quota(String task, String kind, String leads, int number, String title) {}

    private final long seed;
    private final Gazetteer gazetteer;
    private final ProjectHistory history;
    private final Map<String, Fate> fates;
    private final List<School> leads;
    private final List<Project> projects = new ArrayList<>();

    private ProjectPlans(long seed, int year, Gazetteer gazetteer, List<Fate> fates, List<School> schools) {
        this.seed = seed;
        this.gazetteer = gazetteer;
        this.history = new ProjectHistory(year);
        this.fates = fates.stream().collect(toMap(fate -> fate.unit().code(), identity()));
        this.leads = schools.stream().filter(this::mayLead).toList();
    }

    static List<Project> declare(long seed, int year, Gazetteer gazetteer, List<Fate> fates, List<School> schools) {
        var plans = new ProjectPlans(seed, year, gazetteer, fates, schools);
        plans.declareNamed();
        QUOTAS.forEach(plans::declare);
        gazetteer.cities().forEach(plans::rebuild);
        return List.copyOf(plans.projects);
    }

    /** Twins have no projects: a tie must not hang on who hosts what. */
    private boolean mayLead(School school) {
        return school.demo()
                && school.isPublic()
                && school.suspended() == null
                && !fate(school.locatedIn()).isTwin();
    }

    private void declareNamed() {
        for (var school : List.of(SchoolPlans.NAMED_COLLEGE, SchoolPlans.NAMED_SCHOOL)) {
            var dice = Dice.of(seed, "named " + school.key());
            var steps = history.of("HERITAGE_BASE", quality(school.locatedIn()), dice);
            add("T1.2", "HERITAGE_BASE", school.name() + "“楚怡”文化传承基地", school, steps);
        }
    }

    private void declare(Quota quota) {
        if (quota.leads().equals(GOVERNMENT)) {
            declareByGovernments(quota);
            return;
        }
        var candidates = leads.stream()
                .filter(school -> quota.leads().equals(ANY) || quota.leads().equals(school.kind()))
                .toList();
        var order = Dice.of(seed, "leads of " + quota.task()).shuffled(candidates);
        for (int i = 0; i < quota.number(); i++) {
            var school = order.get(i % order.size());
            var round = i < order.size() ? "" : "(" + (i / order.size() + 1) + ")";
            var dice = Dice.of(seed, quota.task() + " " + i);
            var steps = history.of(quota.kind(), quality(school.locatedIn()), dice);
            add(quota.task(), quota.kind(), school.name() + quota.title() + round, school, steps);
        }
    }

    private void declareByGovernments(Quota quota) {
        var units = Dice.of(seed, "governments of " + quota.task()).shuffled(gazetteer.units());
        for (var unit : units.subList(0, quota.number())) {
            var government = unit.name() + "人民政府";
            var steps = history.document(Dice.of(seed, quota.task() + " " + unit.code()));
            projects.add(new Project(
                    quota.task() + "-" + unit.code(),
                    quota.task(),
                    quota.kind(),
                    government + quota.title(),
                    null,
                    government,
                    unit.code(),
                    "2024-03-01",
                    steps));
        }
    }

    /** One rebuilt school for every city, in a county of its own. */
    private void rebuild(Unit city) {
        var candidates = leads.stream()
                .filter(school -> school.kind().equals(School.SECONDARY))
                .filter(school -> gazetteer.unit(school.locatedIn()).parent().equals(city.code()))
                .toList();
        var dice = Dice.of(seed, "rebuild " + city.code());
        double quality = Math.min(1, fate(city.code()).quality() + dice.between(-0.05, 0.05));
        int reached = Math.max(1, (int) Math.round(STAGES.size() * quality));
        var steps = history.rebuild(STAGES.subList(0, reached), quality, dice);
        var school = dice.oneOf(candidates);
        add("T2.3c", "CHUYI_SCHOOL_REBUILD", city.name() + "“楚怡”中职学校改扩建(" + school.name() + ")", school, steps);
    }

    private void add(String task, String kind, String name, School lead, List<Step> steps) {
        var key = task + "-" + projects.size();
        projects.add(
                new Project(key, task, kind, name, lead.key(), lead.name(), lead.locatedIn(), "2022-09-01", steps));
    }

    private double quality(String division) {
        return fate(division).quality();
    }

    private Fate fate(String division) {
        var fate = fates.get(division);
        if (fate == null) {
            throw new IllegalArgumentException("nobody is assessed in " + division);
        }
        return fate;
    }
}
