package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Lanes;
import cn.chuyi.local.demo.plan.CasePlan;
import cn.chuyi.local.demo.plan.Gazetteer;
import cn.chuyi.local.demo.plan.Generator;
import cn.chuyi.local.demo.plan.Station;
import cn.chuyi.local.demo.plan.Unit;
import cn.chuyi.local.demo.plan.YearPlan;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * Loads the demo year: register, programme, schools, projects, and the cases of all 136 units, of which about 60 are
 * published. It can be repeated at any time: what is there already is left as it is.
 */
public final class DemoYear {

    /** @param tokenEndpoint where the demo users get their tokens */
    public record Addresses(URI registry, URI assessment, URI reporting, URI tokenEndpoint) {}

    private final Suite suite;
    private final Progress progress;
    private final Gazetteer gazetteer = Gazetteer.load();
    private final YearPlan plan = Generator.plan(Generator.SEED, gazetteer);

    private DemoYear(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
    }

    /**
     * Loads what is missing.
     *
     * @param progress gets a line for each stage, and one a second within the long ones
     */
    public static void load(Addresses addresses, Consumer<String> progress) {
        new DemoYear(Suite.at(addresses), new Progress(progress)).load();
    }

    private void load() {
        if (new CaseFile(last()).isAt(Station.PUBLISHED, suite.assessment(Suite.OFFICE))) {
            progress.say("the demo year is there already");
            return;
        }
        register();
        new Cycle(suite, gazetteer).open();
        assess();
        progress.say("the demo year is loaded, with " + suite.wire().requests() + " requests");
    }

    /** The programme waits for nobody, so it is adopted beside the divisions and the schools. */
    private void register() {
        var schools = new Schools(suite, gazetteer, progress);
        Lanes.sideBySide(() -> new Programme(suite).load(), () -> {
            new Divisions(suite, gazetteer, progress).load();
            schools.load(plan.schools());
        });
        progress.say("programme adopted");
        new Projects(suite, gazetteer, schools, progress).load(plan.projects());
        new Arrangements(suite).load(plan.arrangements());
    }

    /** Counties before cities: a city's coverage follows from what was accepted of its counties. */
    private void assess() {
        var walks = plan.cases().stream().map(one -> new CaseWalk(suite, one)).toList();
        var counties = walks.stream().filter(walk -> !walk.unit().isCity()).toList();
        var cities = walks.stream().filter(walk -> walk.unit().isCity()).toList();
        var settling = new Settling(suite, progress);
        forEach("self-assessments", walks, CaseWalk::selfAssess);
        forEach("city reviews", counties, CaseWalk::cityReview);
        settling.await(gazetteer.units());
        forEach("province reviews of counties", counties, CaseWalk::provinceReview);
        settling.await(gazetteer.cities());
        forEach("province reviews of cities", cities, walk -> {
            if (!walk.unit().equals(last())) {
                walk.provinceReview();
            }
        });
        cities.stream().filter(walk -> walk.unit().equals(last())).forEach(CaseWalk::provinceReview);
    }

    private void forEach(String stage, List<CaseWalk> walks, Consumer<CaseWalk> part) {
        progress.stage(stage, walks.size());
        Lanes.forEach(walks, walk -> {
            part.accept(walk);
            progress.step();
        });
    }

    /** Published after all else: where it is, everything is. */
    private Unit last() {
        return plan.cases().stream()
                .filter(one -> one.unit().isCity() && one.goal() == Station.PUBLISHED)
                .map(CasePlan::unit)
                .toList()
                .getLast();
    }
}
