package cn.chuyi.reporting.rebuild;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A unit or edition whose canonical lines are not the same live and rebuilt.
 *
 * @param edition absent when the standing score differs
 * @param live digest of what the live tables show; absent when it is not there
 * @param rebuilt digest; absent when it is not there
 */
record Difference(
        String cycle,
        String unit,
        @Nullable Integer edition,
        @Nullable String live,
        @Nullable String rebuilt) {

    private static final int NAMED = 50;

    /** The cycles and units that differ, each once, for a person to read; not more than can be read. */
    static String units(Collection<Difference> differences) {
        var names = differences.stream()
                .map(one -> one.cycle + "/" + one.unit)
                .distinct()
                .toList();
        var named = String.join(" ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? named + " and " + (names.size() - NAMED) + " more" : named;
    }
}
