package cn.chuyi.reporting;

import cn.chuyi.reporting.Asking.Asker;
import java.util.List;

/** Whom an endpoint is for. */
sealed interface Expected {

    /** Anybody, signed in or not. */
    record Everybody() implements Expected {}

    /** Only these roles, wherever they are. */
    record Roled(List<String> roles) implements Expected {}

    /** Who may see the unit in the path, which is not published. */
    record Sighted() implements Expected {}

    /** Anybody; but what is not published is shown only to those who may see it. */
    record Part() implements Expected {}

    default boolean grants(Asker asker) {
        return switch (this) {
            case Everybody _, Part _ -> true;
            case Roled only -> !asker.anonymous() && only.roles().contains(asker.role());
            case Sighted _ -> AccessTable.sees(asker);
        };
    }
}
