package cn.chuyi.registry.programme;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.registry.programme.ProgrammeEvent.Confidence;
import cn.chuyi.registry.programme.ProgrammeEvent.Document;
import cn.chuyi.registry.programme.ProgrammeEvent.Scope;
import cn.chuyi.registry.programme.ProgrammeEvent.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a programme. */
sealed interface ProgrammeCommand {

    record AdoptProgramme(String programme, Text name, Document document, LocalDate from, LocalDate to, boolean demo)
            implements ProgrammeCommand {}

    record DefineKind(
            String programme,
            String kind,
            Text name,
            List<Stage> stages,
            boolean taskBook,
            boolean funds,
            boolean members)
            implements ProgrammeCommand {}

    record AddTask(String programme, String task, Text name, Scope scope, String unit, List<String> projectKinds)
            implements ProgrammeCommand {}

    record ClaimTarget(
            String programme,
            String task,
            BigDecimal value,
            String source,
            Confidence confidence,
            @Nullable String note)
            implements ProgrammeCommand {}

    record AdoptTarget(String programme, String task, int claim, String reason) implements ProgrammeCommand {}
}
