package cn.chuyi.reporting.rebuild.memory;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.fact.RegistryFact.OfDivision;
import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.fact.RegistryFact.OfProject;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Landscape;
import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.ledger.Projects.Line;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Register;
import cn.chuyi.reporting.ledger.States.Stated;
import cn.chuyi.reporting.measure.Moment;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Institutions and projects as they stand at the reference date of each cycle, fact by fact. Each stream is folded by one
 * thread at a time, several in all.
 */
public final class RegisterMemory implements Memory<RegisterMemory.Known> {
    private final List<Cycle> cycles;
    private final Moment[] moments;
    private final Map<String, Institution> institutions = new ConcurrentHashMap<>();
    private final Map<String, Project> projects = new ConcurrentHashMap<>();
    private final Queue<Recorded> divisions = new ConcurrentLinkedQueue<>();

    /** @param cycles all there are */
    public RegisterMemory(List<Cycle> cycles) {
        this.cycles = List.copyOf(cycles);
        this.moments = cycles.stream().map(Cycle::moment).toArray(Moment[]::new);
    }

    /** What all streams of the register have: the last position, and the codes of the places they ever named. */
    public abstract static sealed class Known {
        private Set<String> places = Set.of();
        private String topic = "";
        private int partition;
        private long offset;

        private void take(Heard heard) {
            topic = heard.topic();
            partition = heard.partition();
            offset = heard.offset();
            Register.named(heard.fact(), this::name);
        }

        private void name(String code) {
            if (places.isEmpty()) {
                places = Set.of(code);
            } else if (!places.contains(code)) {
                var more = new TreeSet<>(places);
                more.add(code);
                places = more;
            }
        }

        Position last() {
            return new Position(topic, partition, offset);
        }
    }

    private static final class Institution extends Known {
        private final @Nullable School[] at;

        Institution(int cycles) {
            this.at = new @Nullable School[cycles];
        }
    }

    private static final class Project extends Known {
        private final @Nullable Work[] at;
        private @Nullable Line line;

        Project(int cycles) {
            this.at = new @Nullable Work[cycles];
        }
    }

    @Override
    public @Nullable Known take(@Nullable Known state, Heard heard) {
        var stream = heard.stream();
        return switch (heard.fact()) {
            case OfDivision _ -> {
                divisions.add(heard.recorded());
                yield state;
            }
            case OfInstitution fact
            when stream.startsWith(Register.INSTITUTION) -> {
                var institution = state instanceof Institution known
                        ? known
                        : institutions.computeIfAbsent(stream, _ -> new Institution(moments.length));
                ((Known) institution).take(heard);
                step(institution.at, (school, moment) -> School.next(school, moment, stream, fact));
                yield institution;
            }
            case OfProject fact
            when stream.startsWith(Register.PROJECT) -> {
                var project = state instanceof Project known
                        ? known
                        : projects.computeIfAbsent(stream, _ -> new Project(moments.length));
                ((Known) project).take(heard);
                project.line = Line.next(project.line, stream, fact);
                step(project.at, (work, moment) -> Work.next(work, moment, stream, fact));
                yield project;
            }
            default -> state;
        };
    }

    /** One step of a state. */
    private interface Step<T> {
        @Nullable
        T next(@Nullable T state, Moment moment);
    }

    /** A state that was and stays the same as in the cycle before is kept once. */
    private <T> void step(@Nullable T[] at, Step<T> step) {
        T left = null;
        for (int i = 0; i < moments.length; i++) {
            var before = at[i];
            var after = step.next(before, moments[i]);
            if (after != before) {
                boolean same = i > 0 && before == left && after != null && after.equals(at[i - 1]);
                at[i] = same ? at[i - 1] : after;
            }
            left = before;
        }
    }

    /** The facts of divisions, each stream's in its order. */
    public List<Recorded> divisions() {
        return List.copyOf(divisions);
    }

    /** Every code that a stream has ever named as its place, with the stream. */
    public void attributions(BiConsumer<String, String> taker) {
        institutions.forEach((stream, one) -> ((Known) one).places.forEach(code -> taker.accept(code, stream)));
        projects.forEach((stream, one) -> ((Known) one).places.forEach(code -> taker.accept(code, stream)));
    }

    public List<Line> lines() {
        return projects.values().stream()
                .map(project -> project.line)
                .filter(line -> line != null)
                .toList();
    }

    /** Takes what one stream is in the cycles that it counts in, one at least. */
    public interface Taker<T> {
        void take(String stream, Position last, List<Stated<T>> states);
    }

    /** Stream by stream. */
    public void schools(Taker<School> taker) {
        institutions.forEach((stream, institution) -> take(stream, institution, institution.at, (_, _) -> true, taker));
    }

    /** Stream by stream, in the cycles of its programme. */
    public void works(Taker<Work> taker) {
        projects.forEach((stream, project) -> take(stream, project, project.at, RegisterMemory::isOf, taker));
    }

    private <T> void take(
            String name, Known stream, @Nullable T[] at, BiPredicate<T, Cycle> condition, Taker<T> taker) {
        var states = new ArrayList<Stated<T>>(at.length);
        for (int i = 0; i < at.length; i++) {
            var state = at[i];
            if (state != null && condition.test(state, cycles.get(i))) {
                states.add(new Stated<>(cycles.get(i), state));
            }
        }
        if (!states.isEmpty()) {
            taker.take(name, stream.last(), states);
        }
    }

    private static boolean isOf(Work work, Cycle cycle) {
        return work.programme().equals(cycle.programme());
    }

    Landscape landscape(Cycle cycle) {
        int i = cycles.indexOf(cycle);
        var schools = new ArrayList<Placed<School>>();
        institutions.forEach((stream, institution) -> {
            var school = institution.at[i];
            if (school != null) {
                schools.add(new Placed<>(stream, school, institution.last()));
            }
        });
        var works = new ArrayList<Placed<Work>>();
        projects.forEach((stream, project) -> {
            var work = project.at[i];
            if (work != null && isOf(work, cycle)) {
                works.add(new Placed<>(stream, work, project.last()));
            }
        });
        return new Landscape(schools, works);
    }
}
