package cn.chuyi.registry.division;

import cn.chuyi.registry.SchoolKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a division code. A new code is a new stream that names its predecessor. */
public sealed interface DivisionEvent {

    /** Six digits; source: GB/T 2260. */
    String code();

    LocalDate effectiveOn();

    /** A code entered the register; {@code parent} is absent for a province only. */
    record DivisionRegistered(
            String code,
            String name,
            DivisionLevel level,
            @Nullable String parent,
            LocalDate effectiveOn) implements DivisionEvent {}

    record DivisionRenamed(String code, String name, LocalDate effectiveOn) implements DivisionEvent {}

    /** The same division under a new code: first fact of the new code's stream. */
    record DivisionRecoded(
            String code,
            String name,
            DivisionLevel level,
            @Nullable String parent,
            String predecessor,
            LocalDate effectiveOn)
            implements DivisionEvent {}

    /** From {@code effectiveOn} on the code stands for nothing, or for its successor. */
    record DivisionClosed(String code, @Nullable String successor, LocalDate effectiveOn) implements DivisionEvent {}

    /** The city arranges schools of these kinds for this division (市级统筹), so that it need not run its own. */
    record UnifiedArrangementApproved(String code, List<SchoolKind> schoolKinds, String document, LocalDate effectiveOn)
            implements DivisionEvent {}
}
