package cn.chuyi.reporting;

import static cn.chuyi.kit.http.Reach.ALL;
import static cn.chuyi.kit.http.Reach.BELOW;
import static cn.chuyi.kit.http.Reach.OWN;

import cn.chuyi.kit.http.Grant;
import cn.chuyi.kit.http.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Which role may do which action, and how far. {@code read-score} is about results that are not published; published
 * ones are everybody's.
 */
@ApplicationScoped
class ReportingPermissions implements Permissions {
    private static final List<Grant> TABLE = List.of(
            new Grant("read-score", "province-office", ALL),
            new Grant("read-score", "province-chair", ALL),
            new Grant("read-score", "auditor", ALL),
            new Grant("read-score", "city-office", BELOW),
            new Grant("read-score", "city-filler", OWN),
            new Grant("read-score", "county-filler", OWN),
            new Grant("read-score", "integrator", BELOW),
            new Grant("simulate", "province-office", ALL),
            new Grant("simulate", "city-office", BELOW),
            new Grant("simulate", "city-filler", OWN),
            new Grant("simulate", "county-filler", OWN),
            new Grant("rebuild", "admin", ALL),
            new Grant("rebuild", "province-office", ALL),
            new Grant("read-rebuild", "admin", ALL),
            new Grant("read-rebuild", "province-office", ALL),
            new Grant("read-rebuild", "auditor", ALL));

    @Override
    public List<Grant> grants() {
        return TABLE;
    }
}
