package cn.chuyi.registry.programme;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.journal.Aggregate;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.kit.journal.RefusedException;
import cn.chuyi.registry.programme.ProgrammeEvent.ProgrammeAdopted;
import cn.chuyi.registry.programme.ProgrammeEvent.ProjectKindDefined;
import cn.chuyi.registry.programme.ProgrammeEvent.TargetAdopted;
import cn.chuyi.registry.programme.ProgrammeEvent.TargetClaimed;
import cn.chuyi.registry.programme.ProgrammeEvent.TaskAdded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shell around {@link Programme}, and what other features may ask of programmes. */
@ApplicationScoped
public class Programmes {
    static final String CODE = "[A-Z][A-Z0-9]*(-[A-Z0-9]+)*";
    static final JsonEventCodec<ProgrammeEvent> CODEC = JsonEventCodec.of(ProgrammeEvent.class, "chuyi.registry.")
            .add("programme-adopted.v1", ProgrammeAdopted.class)
            .add("project-kind-defined.v1", ProjectKindDefined.class)
            .add("task-added.v1", TaskAdded.class)
            .add("target-claimed.v1", TargetClaimed.class)
            .add("target-adopted.v1", TargetAdopted.class)
            .build();
    private static final Aggregate<Programme, ProgrammeEvent> AGGREGATE =
            new Aggregate<>(Programme.INITIAL, Programme::evolve, CODEC);

    private final Journal journal;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    Programmes(Journal journal) {
        this.journal = journal;
    }

    /** The kinds and tasks of a programme as they stand; absent when there is no such programme. */
    public @Nullable Plan plan(String programme) {
        ProgrammeRow row = ProgrammeRow.of(programme);
        return row == null ? null : plan(row.page());
    }

    /** A kind that is known to be defined. A kind never changes, so it is read once. */
    public Plan.@Nullable Kind kind(String programme, String kind) {
        Plan known = plans.get(programme);
        if (known == null || !known.kinds().containsKey(kind)) {
            known = plan(programme);
            if (known != null) {
                plans.put(programme, known);
            }
        }
        return known == null ? null : known.kinds().get(kind);
    }

    static String stream(String code) {
        return "programme-" + code;
    }

    Outcome<Programme, ProgrammeEvent> handle(String code, @Nullable Long ifMatch, ProgrammeCommand command) {
        var outcome = journal.handle(AGGREGATE, stream(code), ifMatch, now -> Programme.decide(now, command));
        ProgrammeRow.fold(outcome);
        return outcome;
    }

    ProgrammeRow known(String code) {
        ProgrammeRow row = ProgrammeRow.of(code);
        if (row == null) {
            throw new RefusedException(Refusal.of(ProgrammeRule.PROGRAMME_UNKNOWN, code));
        }
        return row;
    }

    private static Plan plan(ProgrammePage page) {
        return new Plan(
                page.tasks.stream()
                        .collect(Collectors.toMap(ProgrammePage.Task::task, task -> Set.copyOf(task.projectKinds()))),
                page.projectKinds.stream()
                        .map(k -> new Plan.Kind(k.kind(), k.stages(), k.taskBook(), k.funds(), k.members()))
                        .collect(Collectors.toMap(Plan.Kind::code, kind -> kind)));
    }
}
