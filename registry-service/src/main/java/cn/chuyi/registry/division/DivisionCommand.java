package cn.chuyi.registry.division;

import cn.chuyi.registry.SchoolKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a division. What must be known of other divisions comes with the command. */
sealed interface DivisionCommand {

    /**
     * Enters a code.
     *
     * @param parentLevel level of the parent as it stands on that day; absent when there is no such division then
     */
    record RegisterDivision(
            String code,
            String name,
            DivisionLevel level,
            @Nullable String parent,
            @Nullable DivisionLevel parentLevel,
            LocalDate on)
            implements DivisionCommand {}

    record RenameDivision(String code, String name, LocalDate on) implements DivisionCommand {}

    /** Opens the new code of a division that was recoded. */
    record SucceedDivision(
            String code,
            String name,
            DivisionLevel level,
            @Nullable String parent,
            String predecessor,
            LocalDate on) implements DivisionCommand {}

    /** @param openBelow whether divisions below still stand; they follow a successor but cannot hang in the air */
    record CloseDivision(String code, @Nullable String successor, boolean openBelow, LocalDate on)
            implements DivisionCommand {}

    record ApproveUnifiedArrangement(String code, List<SchoolKind> schoolKinds, String document, LocalDate on)
            implements DivisionCommand {}
}
