package cn.chuyi.assessment.procedure;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The procedure as a page with a Mermaid state diagram and a table of its limits. */
final class Picture {
    private Picture() {}

    static String of(Procedure procedure) {
        return """
                # The way of a case

                Generated from `src/main/resources/procedure.json`; `ProcedureTest` compares this page with that table.

                ```mermaid
                stateDiagram-v2
                %s
                %s
                ```

                | from | step | by | guards | due | window | legal basis |
                | --- | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(states(), arrows(procedure), rows(procedure));
    }

    private static String states() {
        return State.from(State.NOT_STARTED).stream()
                .map(state ->
                        "    " + state + ": " + state + " " + state.label().zh())
                .collect(Collectors.joining("\n"));
    }

    private static String arrows(Procedure procedure) {
        return procedure.steps().stream()
                .map(step -> "    " + step.from() + " --> " + step.to() + ": " + step.action() + level(step))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String rows(Procedure procedure) {
        return procedure.steps().stream().map(Picture::row).collect(Collectors.joining("\n"));
    }

    private static String row(Step step) {
        String guards = step.guards().stream().map(Guard::name).collect(Collectors.joining(", "));
        return "| "
                + String.join(
                        " | ",
                        step.from().toString(),
                        step.action() + level(step),
                        step.automatic() ? "the notice" : String.join(", ", step.roles()),
                        guards,
                        limit(step.due()),
                        limit(step.opens()),
                        step.legalBasis().zh())
                + " |";
    }

    private static String level(Step step) {
        return step.level() == null ? "" : " (" + step.level() + ")";
    }

    private static String limit(@Nullable TimeLimit limit) {
        return limit == null
                ? ""
                : limit.amount() + " " + limit.unit() + " after " + limit.anchor() + " (`" + limit.step() + "`)";
    }
}
