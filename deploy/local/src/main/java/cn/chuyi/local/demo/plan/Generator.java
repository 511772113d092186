package cn.chuyi.local.demo.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes up the demo year. Pure: the same seed gives the same plan, on any machine, so that a load that broke off can be
 * repeated and finds its own traces.
 */
public final class Generator {

    public static final long SEED = 2025;
    public static final int YEAR = 2025;

    private Generator() {}

    public static YearPlan plan(long seed, Gazetteer gazetteer) {
        var fates = Fates.deal(seed, gazetteer);
        var schools = SchoolPlans.found(seed, YEAR, gazetteer, fates);
        var projects = ProjectPlans.declare(seed, YEAR, gazetteer, fates, schools);
        var casePlans = new CasePlans(seed);
        var cases = fates.stream().map(casePlans::of).toList();
        return new YearPlan(YEAR, schools, projects, arrangements(fates, schools), cases);
    }

    /** A district without a public secondary school of its own has one approved: it would fail by design otherwise. */
    private static List<Arrangement> arrangements(List<Fate> fates, List<School> schools) {
        Set<String> served = schools.stream()
                .filter(school -> school.isPublic() && school.kind().equals(School.SECONDARY))
                .map(School::locatedIn)
                .collect(Collectors.toSet());
        var result = new ArrayList<Arrangement>();
        for (var fate : fates) {
            var unit = fate.unit();
            if (unit.isDistrict() && !served.contains(unit.code())) {
                result.add(new Arrangement(unit.code(), School.SECONDARY, "演示统筹批复" + unit.code(), YEAR + "-01-01"));
            }
        }
        return List.copyOf(result);
    }
}
