package cn.chuyi.registry;

import static cn.chuyi.kit.http.Reach.ALL;
import static cn.chuyi.kit.http.Reach.BELOW;

import cn.chuyi.kit.http.Grant;
import cn.chuyi.kit.http.Permissions;
import cn.chuyi.kit.http.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which role may do which action of the register, and how far. What is not here is denied; {@code admin} has no
 * business data, {@code auditor} writes nothing.
 */
@ApplicationScoped
class RegistryPermissions implements Permissions {
    private static final Map<String, Reach> PROVINCE =
            Map.of("province-office", ALL, "province-chair", ALL, "department", ALL);
    private static final Map<String, Reach> OFFICE = Map.of("province-office", ALL);
    private static final Map<String, Reach> DEPARTMENT = Map.of("department", ALL);
    private static final Map<String, Reach> CITY_OFFICE = Map.of("city-office", BELOW);
    private static final Map<String, Reach> FILLERS = Map.of("city-filler", BELOW, "county-filler", BELOW);
    private static final Map<String, Reach> MACHINES = Map.of("integrator", BELOW);
    private static final Map<String, Reach> READERS =
            Map.of("auditor", ALL, "inspector", ALL, "expert", ALL, "institution", BELOW);

    private static final List<Grant> TABLE = Stream.of(
                    allow("define-programme", OFFICE, DEPARTMENT),
                    allow("claim-target", OFFICE, DEPARTMENT),
                    allow("adopt-target", PROVINCE),
                    allow("maintain-divisions", OFFICE),
                    allow("approve-unified-arrangement", OFFICE),
                    allow("register-institution", OFFICE, DEPARTMENT, CITY_OFFICE, FILLERS, MACHINES),
                    allow("change-institution", OFFICE, DEPARTMENT, CITY_OFFICE, FILLERS, MACHINES),
                    allow("file-condition-sheet", OFFICE, DEPARTMENT, CITY_OFFICE, FILLERS, MACHINES),
                    allow("recode-institution", OFFICE, DEPARTMENT, CITY_OFFICE),
                    allow("close-institution", OFFICE, DEPARTMENT, CITY_OFFICE),
                    allow("declare-project", DEPARTMENT, CITY_OFFICE, FILLERS, MACHINES),
                    allow("advance-project", DEPARTMENT, CITY_OFFICE, FILLERS, MACHINES),
                    allow("recommend-project", DEPARTMENT, CITY_OFFICE),
                    allow("agree-task-book", DEPARTMENT, CITY_OFFICE),
                    allow("accept-project", DEPARTMENT, CITY_OFFICE),
                    allow("list-project", DEPARTMENT),
                    allow("recognise-project", DEPARTMENT),
                    allow("terminate-project", DEPARTMENT),
                    allow("read-details", PROVINCE, CITY_OFFICE, FILLERS, MACHINES, READERS))
            .flatMap(List::stream)
            .toList();

    @Override
    public List<Grant> grants() {
        return TABLE;
    }

    @SafeVarargs
    private static List<Grant> allow(String action, Map<String, Reach>... roles) {
        return Stream.of(roles)
                .flatMap(some -> some.entrySet().stream())
                .map(role -> new Grant(action, role.getKey(), role.getValue()))
                .toList();
    }
}
