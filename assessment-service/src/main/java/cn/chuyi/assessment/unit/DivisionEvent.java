package cn.chuyi.assessment.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the registry says about divisions, as far as it is used here. */
sealed interface DivisionEvent {

    String code();

    LocalDate effectiveOn();

    record DivisionRegistered(
            String code,
            String name,
            String level,
            @Nullable String parent,
            LocalDate effectiveOn) implements DivisionEvent {}

    record DivisionRenamed(String code, String name, LocalDate effectiveOn) implements DivisionEvent {}

    /** A division under its new code; the old code closes by a fact of its own. */
    record DivisionRecoded(
            String code,
            String name,
            String level,
            @Nullable String parent,
            LocalDate effectiveOn) implements DivisionEvent {}

    record DivisionClosed(String code, LocalDate effectiveOn) implements DivisionEvent {}
}
