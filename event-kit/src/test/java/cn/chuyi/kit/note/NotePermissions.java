package cn.chuyi.kit.note;

import cn.chuyi.kit.http.DivisionTree;
import cn.chuyi.kit.http.Grant;
import cn.chuyi.kit.http.Permissions;
import cn.chuyi.kit.http.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class NotePermissions implements Permissions, DivisionTree {

    @Override
    public List<Grant> grants() {
        return List.of(new Grant("write-note", "writer", Reach.BELOW), new Grant("write-note", "clerk", Reach.OWN));
    }

    /** The county 433101 lies in 433100, the county 430181 in 430100; codes alone would not tell. */
    @Override
    public @Nullable String parentOf(String code) {
        return switch (code) {
            case "433101" -> "433100";
            case "430181" -> "430100";
            case "433100", "430100" -> "430000";
            default -> null;
        };
    }
}
