package cn.chuyi.reporting;

import cn.chuyi.kit.http.DivisionTree;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tree as the register's facts tell it. A code never changes its parent, so what is known once is kept. */
@ApplicationScoped
class LiveDivisions implements DivisionTree {
    private final Snapshots snapshots;
    private final Map<String, String> parents = new ConcurrentHashMap<>();

    LiveDivisions(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public @Nullable String parentOf(String code) {
        var known = parents.get(code);
        if (known != null) {
            return known;
        }
        var parent = snapshots.<@Nullable String>read(sql -> new Divisions(sql).parentOf(code));
        if (parent != null) {
            parents.put(code, parent);
        }
        return parent;
    }
}
