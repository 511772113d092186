package cn.chuyi.assessment.procedure;

import cn.chuyi.assessment.catalogue.Level;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way of a case, as a table. It says which steps there are; what is not in it cannot be done.
 *
 * @param steps transitions
 * @param works what can be done without moving the case
 */
public record Procedure(List<Step> steps, List<Work> works) {

    /**
     * Takes a table as it was read.
     *
     * @throws IllegalArgumentException when two rows answer the same question
     */
    public Procedure {
        steps = List.copyOf(steps);
        works = List.copyOf(works);
        var seen = new HashSet<String>();
        for (Step step : steps) {
            for (Level level : Level.values()) {
                if (step.concerns(level) && !seen.add(step.from() + " " + step.action() + " " + level)) {
                    throw new IllegalArgumentException("two rows for " + step.from() + " and " + step.action());
                }
            }
        }
    }

    /** The row for an action in a state; absent when the procedure has no such way. */
    public @Nullable Step step(State from, String action, Level level) {
        return from(from, level)
                .filter(step -> step.action().equals(action))
                .findFirst()
                .orElse(null);
    }

    /** The ways that lead on from a state. */
    public Stream<Step> from(State from, Level level) {
        return steps.stream().filter(step -> step.from() == from && step.concerns(level));
    }

    /** The works of a state. */
    public Stream<Work> worksIn(State state, Level level) {
        return works.stream().filter(work -> work.states().contains(state) && work.concerns(level));
    }

    /** The action that a request names by its last path segment; absent when there is none, or only the service takes it. */
    public @Nullable String actionAt(String path) {
        return steps.stream()
                .filter(step -> !step.automatic() && step.path().equals(path))
                .map(Step::action)
                .findFirst()
                .orElse(null);
    }

    /** All actions that move a case, in the order of the table. */
    public List<String> actions() {
        return steps.stream().map(Step::action).distinct().toList();
    }

    /** Wire names of all facts that move a case. */
    public Set<String> facts() {
        return steps.stream().map(Step::fact).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The limits whose amounts a cycle can set. */
    public Stream<TimeLimit> limits() {
        return steps.stream()
                .flatMap(step -> Stream.of(step.due(), step.opens()))
                .filter(limit -> limit != null)
                .distinct()
                .sorted(Comparator.comparing(TimeLimit::step));
    }

    /** Whether a cycle can set a limit of that name. */
    public boolean limits(String step) {
        return limits().anyMatch(limit -> limit.step().equals(step));
    }
}
