package cn.chuyi.kit.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away, busy or restarting from data that it will never take. Looks through causes and through
 * what was suppressed, where the transaction manager puts the reason of a failed commit.
 */
public final class Outage {
    /**
     * SQLSTATEs of what passes: no connection (08), rolled back because of another transaction (40001, 40003, 40P01), too
     * few resources (53), a lock or an object in use (55P03, 55006), stopped by an operator (57). Source: PostgreSQL's
     * appendix A.
     */
    private static final Pattern PASSES = Pattern.compile("(08|53|57)...|40(001|003|P01)|55(P03|006)");

    private static final Pattern CONNECTION_LOST = Pattern.compile("08...|57P..");

    /** A character not in the repertoire, or one that cannot be unescaped. */
    private static final Pattern CHARACTER = Pattern.compile("22021|22P05");

    /** What the pool says, without a SQLSTATE, when it has no connection to give. */
    private static final Pattern POOL = Pattern.compile(
            "(?i).*(acquisition timeout|while acquiring|pool is (closed|shutting down)|creating new connection).*");

    private Outage() {}

    /** Whether it is worth trying again: something behind the failure passes with time. */
    public static boolean behind(@Nullable Throwable failure) {
        return anywhere(failure, Outage::passes);
    }

    /** Whether the connection broke during a commit, so that nobody here knows what became of it. */
    public static boolean duringCommit(@Nullable Throwable failure) {
        return anywhere(failure, XAException.class::isInstance)
                && anywhere(
                        failure, one -> one instanceof SQLException sql && matches(CONNECTION_LOST, sql.getSQLState()));
    }

    /** Whether a text has a character that PostgreSQL does not hold, which is U+0000; no repeat will help. */
    public static boolean isOfCharacter(@Nullable Throwable failure) {
        return anywhere(failure, one -> one instanceof SQLException sql && matches(CHARACTER, sql.getSQLState()));
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof SQLTransientException
                || failure instanceof SQLException sql
                        && (sql.getSQLState() == null
                                ? matches(POOL, sql.getMessage())
                                : matches(PASSES, sql.getSQLState()));
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static boolean anywhere(@Nullable Throwable failure, Predicate<Throwable> wanted) {
        return anywhere(failure, wanted, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean anywhere(@Nullable Throwable failure, Predicate<Throwable> wanted, Set<Throwable> seen) {
        return failure != null
                && seen.add(failure)
                && (wanted.test(failure)
                        || anywhere(failure.getCause(), wanted, seen)
                        || Arrays.stream(failure.getSuppressed()).anyMatch(one -> anywhere(one, wanted, seen)));
    }
}
