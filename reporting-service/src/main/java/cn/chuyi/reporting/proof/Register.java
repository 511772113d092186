package cn.chuyi.reporting.proof;

import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.fact.RegistryFact.OfProject;
import cn.chuyi.reporting.fact.RegistryFact.UnifiedArrangementApproved;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.measure.Holdings;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of a package say that a unit holds at the cycle's reference date. */
record Register(Cycle cycle, Tree tree, Map<String, List<Recorded>> streams) {
    private static final String INSTITUTION = "institution-";

    Ground of(String unit) {
        var area = tree.area(unit);
        var schools = new ArrayList<School>();
        var works = new ArrayList<Work>();
        var leads = new HashMap<String, String>();
        streams.forEach((stream, recorded) -> {
            var school = School.at(cycle.moment(), stream, facts(recorded, OfInstitution.class));
            if (school != null && (in(area.all(), school.locatedIn()) || in(area.all(), school.administeredBy()))) {
                schools.add(school);
                leads.put(stream.substring(INSTITUTION.length()), school.locatedIn());
            }
        });
        streams.forEach((stream, recorded) -> {
            var work = Work.at(cycle.moment(), stream, facts(recorded, OfProject.class));
            if (work != null
                    && work.programme().equals(cycle.programme())
                    && (in(area.all(), work.locatedIn()) || in(leads.keySet(), work.leadInstitution()))) {
                works.add(work);
            }
        });
        var holdings = new Holdings(area.own(), area.all(), schools, works, leads, unified(area.own()));
        return new Ground(holdings, Set.of(), List.of());
    }

    private Set<String> unified(Set<String> own) {
        var kinds = new HashSet<String>();
        streams.values().stream().flatMap(List::stream).forEach(recorded -> {
            if (recorded.fact() instanceof UnifiedArrangementApproved f
                    && own.contains(f.code())
                    && !f.effectiveOn().isAfter(cycle.referenceDate())) {
                kinds.addAll(f.schoolKinds());
            }
        });
        return kinds;
    }

    private static boolean in(Set<String> codes, @Nullable String code) {
        return code != null && codes.contains(code);
    }

    private static <F> List<F> facts(List<Recorded> recorded, Class<F> family) {
        return recorded.stream()
                .map(Recorded::fact)
                .filter(family::isInstance)
                .map(family::cast)
                .toList();
    }
}
