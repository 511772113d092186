package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.fact.RegistryFact.OfProject;
import cn.chuyi.reporting.fact.RegistryFact.ProjectAccepted;
import cn.chuyi.reporting.fact.RegistryFact.ProjectDeclared;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPaidIn;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPlanned;
import cn.chuyi.reporting.fact.RegistryFact.ProjectListed;
import cn.chuyi.reporting.fact.RegistryFact.ProjectProgressReported;
import cn.chuyi.reporting.fact.RegistryFact.ProjectRecognised;
import cn.chuyi.reporting.fact.RegistryFact.ProjectStageReached;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTaskBookAgreed;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTerminated;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The streams of the register that a batch has facts of.
 *
 * @param changed institutions, and projects that may be somewhere else now, somebody else's, or at another date of the board
 * @param worked on: projects that are where they were and whose they were
 */
public record Touched(Set<String> changed, Set<String> worked) {

    public static Touched by(Collection<Recorded> batch) {
        var changed = new TreeSet<String>();
        var worked = new TreeSet<String>();
        for (var recorded : batch) {
            if (recorded.fact() instanceof OfProject fact && isWork(fact)) {
                worked.add(recorded.stream());
            } else if (recorded.fact() instanceof OfProject || recorded.fact() instanceof OfInstitution) {
                changed.add(recorded.stream());
            }
        }
        worked.removeAll(changed);
        return new Touched(changed, worked);
    }

    private static boolean isWork(OfProject fact) {
        return switch (fact) {
            case ProjectTaskBookAgreed _,
                    ProjectProgressReported _,
                    ProjectStageReached _,
                    ProjectFundsPlanned _,
                    ProjectFundsPaidIn _ -> true;
            case ProjectDeclared _, ProjectListed _, ProjectAccepted _, ProjectRecognised _, ProjectTerminated _ ->
                false;
        };
    }
}
