package cn.chuyi.kit.reader;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, busy or restarting from data that it will never take. */
final class Outage {
    private Outage() {}

    /** Whether something in the chain of causes passes with time: SQLSTATE classes 08, 40, 53, 57, 55 or no answer. */
    static boolean behind(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLTransientException || at instanceof java.io.IOException) {
                return true;
            }
            if (at instanceof SQLException sql && passes(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(@Nullable String state) {
        return state == null || state.matches("(08|40|53|55|57).*");
    }
}
