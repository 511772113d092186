package cn.chuyi.registry.project;

import cn.chuyi.registry.project.ProjectEvent.LeadUnit;
import cn.chuyi.registry.project.ProjectEvent.Member;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a project. */
sealed interface ProjectCommand {

    LocalDate on();

    record DeclareProject(
            UUID project,
            String programme,
            String task,
            String kind,
            String name,
            LeadUnit leadUnit,
            String locatedIn,
            boolean demo,
            LocalDate on)
            implements ProjectCommand {}

    record RecommendProject(String by, LocalDate on) implements ProjectCommand {}

    record ListProject(String batch, String notice, LocalDate on) implements ProjectCommand {}

    record AgreeTaskBook(int year, BigDecimal planned, LocalDate on) implements ProjectCommand {}

    record ReportProgress(int year, BigDecimal done, List<String> evidence, LocalDate on) implements ProjectCommand {}

    record ReachStage(String stage, LocalDate on) implements ProjectCommand {}

    /** At least one of the two amounts. */
    record RecordFunds(
            int year,
            @Nullable BigDecimal planned,
            @Nullable BigDecimal paidIn,
            LocalDate on) implements ProjectCommand {}

    record AddMember(Member member, LocalDate on) implements ProjectCommand {}

    record RemoveMember(Member member, LocalDate on) implements ProjectCommand {}

    record AcceptProject(LocalDate on) implements ProjectCommand {}

    record RecogniseProject(String notice, LocalDate on) implements ProjectCommand {}

    record TerminateProject(String reason, LocalDate on) implements ProjectCommand {}
}
