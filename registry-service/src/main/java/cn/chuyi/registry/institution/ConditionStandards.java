package cn.chuyi.registry.institution;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.institution.InstitutionEvent.Direction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The monitored conditions (办学条件重点监测指标) of each kind of institution.
 *
 * @param sets in order of preference: the first set of a kind is its usual one
 */
record ConditionStandards(List<StandardSet> sets) {

    /**
     * One row set.
     *
     * @param profile for example {@code ENGINEERING}; a school says which set is its own when there are several
     * @param source where the thresholds come from
     */
    record StandardSet(SchoolKind kind, String profile, Text name, String source, List<Standard> standards) {}

    /**
     * One threshold.
     *
     * @param optional counts only when a value is filed
     * @param derived how the value follows from the headcount when none is filed
     */
    record Standard(
            String code,
            Text name,
            String unit,
            Direction direction,
            BigDecimal standard,
            boolean optional,
            @Nullable Derivation derived) {}

    /** What a value can be derived from; ratios have two decimals, half-up. */
    enum Derivation {
        TEACHERS,
        STUDENTS_PER_TEACHER,
        DUAL_QUALIFIED_PERCENT
    }

    /** The set of a kind; absent when the kind has no such profile. */
    @Nullable
    StandardSet of(SchoolKind kind, @Nullable String profile) {
        return sets.stream()
                .filter(set ->
                        set.kind() == kind && (profile == null || set.profile().equals(profile)))
                .findFirst()
                .orElse(null);
    }

    List<String> profiles(SchoolKind kind) {
        return sets.stream()
                .filter(set -> set.kind() == kind)
                .map(StandardSet::profile)
                .toList();
    }
}
