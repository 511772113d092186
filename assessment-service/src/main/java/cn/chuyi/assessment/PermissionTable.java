package cn.chuyi.assessment;

import cn.chuyi.assessment.procedure.Procedure;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.kit.http.Grant;
import cn.chuyi.kit.http.Permissions;
import cn.chuyi.kit.http.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Who may do what in this service. The steps and works of a case come from the procedure; the rest stands here.
 *
 * <p>A role always reaches equally far: a filler its own unit, a city office what lies below its city, the province's
 * offices everything.
 */
@ApplicationScoped
class PermissionTable implements Permissions {
    private static final Map<String, Reach> REACH = Map.of(
            "province-office", Reach.ALL,
            "province-chair", Reach.ALL,
            "department", Reach.ALL,
            "inspector", Reach.ALL,
            "expert", Reach.ALL,
            "auditor", Reach.ALL,
            "city-office", Reach.BELOW,
            "city-filler", Reach.OWN,
            "county-filler", Reach.OWN);

    private static final Map<String, List<String>> ROLES = Map.of(
            "edit-catalogue", List.of("province-office"),
            "edit-cycle", List.of("province-office"),
            "issue-notice", List.of("province-office"),
            "close-scoring", List.of("province-office"),
            "publish-cycle", List.of("province-chair"),
            "read-case", List.copyOf(REACH.keySet()));

    private final List<Grant> grants = grants(ProcedureFile.procedure());

    @Override
    public List<Grant> grants() {
        return grants;
    }

    private static List<Grant> grants(Procedure procedure) {
        var all = new LinkedHashSet<Grant>();
        ROLES.forEach((action, roles) -> roles.forEach(role -> all.add(grant(action, role))));
        procedure.works().forEach(work -> work.roles().forEach(role -> all.add(grant(work.action(), role))));
        procedure.steps().stream()
                .filter(step -> !step.automatic())
                .forEach(step -> step.roles().forEach(role -> {
                    all.add(grant(step.action(), role));
                    all.add(grant("take-step", role));
                }));
        return List.copyOf(all);
    }

    private static Grant grant(String action, String role) {
        Reach reach = REACH.get(role);
        if (reach == null) {
            throw new IllegalStateException("no reach for the role " + role);
        }
        return new Grant(action, role, reach);
    }
}
