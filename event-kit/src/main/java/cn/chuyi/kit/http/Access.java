package cn.chuyi.kit.http;

import cn.chuyi.kit.decision.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one check of who may do what where: the service's permission table against the caller's roles and division. */
@ApplicationScoped
public class Access {
    private final Map<String, List<Grant>> grants;
    private final DivisionTree tree;
    private final Caller caller;

    Access(Permissions permissions, DivisionTree tree, Caller caller) {
        var all = new ArrayList<>(permissions.grants());
        all.addAll(Operations.GRANTS);
        this.grants = all.stream().collect(Collectors.groupingBy(Grant::action));
        this.tree = tree;
        this.caller = caller;
    }

    /** Whether some role of the caller grants the action at all, wherever. */
    public boolean mayAnywhere(String action) {
        return grants(action, caller.roles());
    }

    boolean grants(String action, Set<String> roles) {
        return of(action).stream().anyMatch(grant -> roles.contains(grant.role()));
    }

    /** Whether the caller may do this to what belongs to {@code division}. */
    public boolean may(String action, @Nullable String division) {
        return of(action).stream()
                .filter(grant -> caller.roles().contains(grant.role()))
                .anyMatch(grant -> reaches(grant.reach(), division));
    }

    /**
     * As {@link #may}.
     *
     * @throws ProblemException 403 when not
     */
    public void require(String action, @Nullable String division) {
        if (!may(action, division)) {
            throw new ProblemException(
                    403,
                    "FOREIGN_UNIT",
                    new Text(
                            "您的账号（区划 " + caller.division() + "）不能对区划 " + division + " 执行此操作。",
                            "Your account (division " + caller.division() + ") may not do this for division " + division
                                    + "."),
                    new Text("请由该区划或其上级的账号办理。", "Let an account of that division, or of one above it, do it."),
                    null);
        }
    }

    private List<Grant> of(String action) {
        return grants.getOrDefault(action, List.of());
    }

    private boolean reaches(Reach reach, @Nullable String division) {
        return switch (reach) {
            case ALL -> true;
            case OWN -> division != null && division.equals(caller.division());
            case BELOW -> covers(caller.division(), division);
        };
    }

    /** Whether {@code upper} is {@code lower} or one of its ancestors. */
    public boolean covers(@Nullable String upper, @Nullable String lower) {
        if (upper == null) {
            return false;
        }
        String at = lower;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (at.equals(upper)) {
                return true;
            }
            at = tree.parentOf(at);
        }
        return false;
    }
}
