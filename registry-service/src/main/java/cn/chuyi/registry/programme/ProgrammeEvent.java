package cn.chuyi.registry.programme;

import cn.chuyi.kit.decision.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a programme. Kinds of project, tasks and targets are facts: a new one needs no code. */
public sealed interface ProgrammeEvent {

    /** For example {@code CHUYI-2022}. */
    String programme();

    /**
     * A programme was adopted.
     *
     * @param demo whether it and all below it is invented for demonstration
     */
    record ProgrammeAdopted(String programme, Text name, Document document, LocalDate from, LocalDate to, boolean demo)
            implements ProgrammeEvent {}

    /**
     * A kind of project of this programme.
     *
     * @param stages in the order in which they are reached; empty for a kind without stages
     * @param taskBook whether projects of this kind agree yearly points
     */
    record ProjectKindDefined(
            String programme,
            String kind,
            Text name,
            List<Stage> stages,
            boolean taskBook,
            boolean funds,
            boolean members)
            implements ProgrammeEvent {}

    /** @param projectKinds kinds that count for the task; empty when something else than a project does */
    record TaskAdded(String programme, String task, Text name, Scope scope, String unit, List<String> projectKinds)
            implements ProgrammeEvent {}

    /**
     * A source says what the target is. Claims may contradict each other; they are never deleted.
     *
     * @param claim number within the task: 1, 2, 3 ...
     */
    record TargetClaimed(
            String programme,
            String task,
            int claim,
            BigDecimal value,
            String source,
            Confidence confidence,
            @Nullable String note)
            implements ProgrammeEvent {}

    /** From here on this claim is the target, instead of any before. */
    record TargetAdopted(String programme, String task, int claim, BigDecimal value, String reason)
            implements ProgrammeEvent {}

    /** The public document that founds a programme; what is not established is absent. */
    record Document(
            String title,
            @Nullable LocalDate signed,
            @Nullable String number,
            List<String> issuers) {}

    /** One stage of a kind of project, under a code that catalogues refer to. */
    record Stage(String code, Text name) {}

    /** On whom a target falls. */
    enum Scope {
        PROVINCE_QUOTA,
        PER_CITY,
        PER_COUNTY,
        PER_UNIT,
        PER_INSTITUTION,
        NARRATIVE
    }

    /** How far a source can be trusted. */
    enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }
}
