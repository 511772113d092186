package cn.chuyi.registry.programme;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;
import static cn.chuyi.registry.programme.ProgrammeRule.CLAIM_UNKNOWN;
import static cn.chuyi.registry.programme.ProgrammeRule.KIND_EXISTS;
import static cn.chuyi.registry.programme.ProgrammeRule.KIND_UNKNOWN;
import static cn.chuyi.registry.programme.ProgrammeRule.PERIOD_INVERTED;
import static cn.chuyi.registry.programme.ProgrammeRule.PROGRAMME_EXISTS;
import static cn.chuyi.registry.programme.ProgrammeRule.PROGRAMME_UNKNOWN;
import static cn.chuyi.registry.programme.ProgrammeRule.STAGE_TWICE;
import static cn.chuyi.registry.programme.ProgrammeRule.TASK_EXISTS;
import static cn.chuyi.registry.programme.ProgrammeRule.TASK_UNKNOWN;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.registry.programme.ProgrammeCommand.AddTask;
import cn.chuyi.registry.programme.ProgrammeCommand.AdoptProgramme;
import cn.chuyi.registry.programme.ProgrammeCommand.AdoptTarget;
import cn.chuyi.registry.programme.ProgrammeCommand.ClaimTarget;
import cn.chuyi.registry.programme.ProgrammeCommand.DefineKind;
import cn.chuyi.registry.programme.ProgrammeEvent.ProgrammeAdopted;
import cn.chuyi.registry.programme.ProgrammeEvent.ProjectKindDefined;
import cn.chuyi.registry.programme.ProgrammeEvent.Stage;
import cn.chuyi.registry.programme.ProgrammeEvent.TargetAdopted;
import cn.chuyi.registry.programme.ProgrammeEvent.TargetClaimed;
import cn.chuyi.registry.programme.ProgrammeEvent.TaskAdded;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A programme as its facts tell it. */
sealed interface Programme {

    Programme INITIAL = new Unadopted();

    record Unadopted() implements Programme {}

    /** @param kinds the defining fact of each kind, by its code */
    record Adopted(Map<String, ProjectKindDefined> kinds, Map<String, Task> tasks) implements Programme {
        public Adopted {
            kinds = Map.copyOf(kinds);
            tasks = Map.copyOf(tasks);
        }

        Adopted with(ProjectKindDefined kind) {
            return new Adopted(plus(kinds, kind.kind(), kind), tasks);
        }

        Adopted with(Task task) {
            return new Adopted(kinds, plus(tasks, task.added().task(), task));
        }
    }

    /**
     * A task and what is claimed of its target.
     *
     * @param claims values by claim number, the first at index 0
     * @param adopted number of the claim that stands; 0 while the target is open
     */
    record Task(TaskAdded added, List<BigDecimal> claims, int adopted) {}

    static Decision<ProgrammeEvent> decide(Programme programme, ProgrammeCommand command) {
        return switch (command) {
            case AdoptProgramme c -> adopt(programme, c);
            case DefineKind c -> adopted(programme, c.programme(), p -> define(p, c));
            case AddTask c -> adopted(programme, c.programme(), p -> add(p, c));
            case ClaimTarget c -> adopted(programme, c.programme(), p -> claim(p, c));
            case AdoptTarget c -> adopted(programme, c.programme(), p -> adopt(p, c));
        };
    }

    static Programme evolve(Programme programme, ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeAdopted _ -> new Adopted(Map.of(), Map.of());
            case ProjectKindDefined e -> programme instanceof Adopted p ? p.with(e) : programme;
            case TaskAdded e -> programme instanceof Adopted p ? p.with(new Task(e, List.of(), 0)) : programme;
            case TargetClaimed e -> {
                Task task = task(programme, e.task());
                yield task == null
                        ? programme
                        : with(programme, new Task(task.added(), append(task.claims(), e.value()), task.adopted()));
            }
            case TargetAdopted e -> {
                Task task = task(programme, e.task());
                yield task == null ? programme : with(programme, new Task(task.added(), task.claims(), e.claim()));
            }
        };
    }

    private static Decision<ProgrammeEvent> adopt(Programme programme, AdoptProgramme c) {
        if (!(programme instanceof Unadopted)) {
            return refuse(Refusal.of(PROGRAMME_EXISTS, c.programme()).at("/code"));
        }
        if (c.to().isBefore(c.from())) {
            return refuse(Refusal.of(PERIOD_INVERTED, c.from(), c.to()).at("/to"));
        }
        return accept(new ProgrammeAdopted(c.programme(), c.name(), c.document(), c.from(), c.to(), c.demo()));
    }

    private static Decision<ProgrammeEvent> define(Adopted p, DefineKind c) {
        var kind = new ProjectKindDefined(
                c.programme(), c.kind(), c.name(), c.stages(), c.taskBook(), c.funds(), c.members());
        ProjectKindDefined known = p.kinds().get(c.kind());
        if (known != null) {
            return known.equals(kind)
                    ? accept()
                    : refuse(Refusal.of(KIND_EXISTS, c.kind()).at("/kind"));
        }
        var seen = new HashSet<String>();
        for (Stage stage : c.stages()) {
            if (!seen.add(stage.code())) {
                return refuse(Refusal.of(STAGE_TWICE, stage.code()).at("/stages"));
            }
        }
        return accept(kind);
    }

    private static Decision<ProgrammeEvent> add(Adopted p, AddTask c) {
        var added = new TaskAdded(c.programme(), c.task(), c.name(), c.scope(), c.unit(), c.projectKinds());
        Task known = p.tasks().get(c.task());
        if (known != null) {
            return known.added().equals(added)
                    ? accept()
                    : refuse(Refusal.of(TASK_EXISTS, c.task()).at("/task"));
        }
        for (String kind : c.projectKinds()) {
            if (!p.kinds().containsKey(kind)) {
                return refuse(Refusal.of(KIND_UNKNOWN, kind).at("/projectKinds"));
            }
        }
        return accept(added);
    }

    private static Decision<ProgrammeEvent> claim(Adopted p, ClaimTarget c) {
        Task task = p.tasks().get(c.task());
        if (task == null) {
            return refuse(TASK_UNKNOWN, c.task());
        }
        int number = task.claims().size() + 1;
        return accept(
                new TargetClaimed(c.programme(), c.task(), number, c.value(), c.source(), c.confidence(), c.note()));
    }

    private static Decision<ProgrammeEvent> adopt(Adopted p, AdoptTarget c) {
        Task task = p.tasks().get(c.task());
        if (task == null) {
            return refuse(TASK_UNKNOWN, c.task());
        }
        int claims = task.claims().size();
        if (c.claim() < 1 || c.claim() > claims) {
            return refuse(Refusal.of(CLAIM_UNKNOWN, c.task(), c.claim(), claims).at("/claim"));
        }
        return task.adopted() == c.claim()
                ? accept()
                : accept(new TargetAdopted(
                        c.programme(), c.task(), c.claim(), task.claims().get(c.claim() - 1), c.reason()));
    }

    private static Decision<ProgrammeEvent> adopted(
            Programme programme, String code, Function<Adopted, Decision<ProgrammeEvent>> then) {
        return switch (programme) {
            case Unadopted _ -> refuse(PROGRAMME_UNKNOWN, code);
            case Adopted p -> then.apply(p);
        };
    }

    private static @Nullable Task task(Programme programme, String code) {
        return programme instanceof Adopted p ? p.tasks().get(code) : null;
    }

    private static Programme with(Programme programme, Task task) {
        return programme instanceof Adopted p ? p.with(task) : programme;
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var next = new HashMap<>(map);
        next.put(key, value);
        return next;
    }

    private static List<BigDecimal> append(List<BigDecimal> values, BigDecimal value) {
        return Stream.concat(values.stream(), Stream.of(value)).toList();
    }
}
