package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Sheet;
import cn.chuyi.reporting.measure.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one institution or project is in each cycle, as one value. It is mostly the same in most of them, so that a state
 * says what it has other than the one before.
 */
public final class States<T> {
    public static final States<School> SCHOOL = new States<>(States::put, States::school);
    public static final States<Work> WORK = new States<>(States::put, States::work);

    private final Writer<T> writer;
    private final Reader<T> reader;

    private States(Writer<T> writer, Reader<T> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** A state on the day that a cycle looks at. */
    public record Stated<T>(Cycle cycle, T state) {}

    private interface Writer<T> {
        void put(Packing to, T state, @Nullable T before);
    }

    private interface Reader<T> {
        T get(Unpacking from, String stream, @Nullable T before);
    }

    /** @param states of one stream, in the order of cycles */
    public byte[] write(List<Stated<T>> states) {
        var to = new Packing().number(states.size());
        Stated<T> before = null;
        for (var next : states) {
            boolean same = before != null && next.state().equals(before.state());
            to.text(
                            next.cycle().programme(),
                            before == null ? null : before.cycle().programme())
                    .number(next.cycle().year())
                    .flag(same);
            if (!same) {
                writer.put(to, next.state(), before == null ? null : before.state());
            }
            before = next;
        }
        return to.bytes();
    }

    /** @return absent where the stream is nothing in that cycle */
    @Nullable
    T at(Cycle cycle, String stream, byte[] states) {
        return Unpacking.all(states, from -> {
                    var found = new ArrayList<T>(1);
                    read(from, stream, (programme, year, state) -> {
                        if (year == cycle.year() && programme.equals(cycle.programme())) {
                            found.add(state);
                        }
                    });
                    return found;
                })
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** What the stream is in any cycle. */
    List<T> all(String stream, byte[] states) {
        return Unpacking.all(states, from -> {
            var found = new ArrayList<T>();
            read(from, stream, (_, _, state) -> found.add(state));
            return found;
        });
    }

    private interface Taker<T> {
        void take(String programme, int year, T state);
    }

    private void read(Unpacking from, String stream, Taker<T> taker) {
        int count = from.count();
        String programme = null;
        T state = null;
        for (int i = 0; i < count; i++) {
            programme = from.required(programme);
            int year = from.count();
            state = from.flag() ? Objects.requireNonNull(state) : reader.get(from, stream, state);
            taker.take(programme, year, state);
        }
    }

    private static void put(Packing to, School school, @Nullable School before) {
        to.text(school.name(), before == null ? null : before.name())
                .text(school.kind(), before == null ? null : before.kind())
                .flag(school.publicSchool())
                .flag(school.open())
                .flag(school.enrols())
                .text(school.locatedIn(), before == null ? null : before.locatedIn())
                .text(school.administeredBy(), school.locatedIn())
                .flag(school.sheet() != null);
        var sheet = school.sheet();
        if (sheet != null) {
            to.number(sheet.applicable())
                    .number(sheet.met())
                    .flag(sheet.farBelow())
                    .number(sheet.students())
                    .number(sheet.teachers())
                    .number(sheet.specialisedTeachers())
                    .number(sheet.dualQualifiedTeachers());
        }
    }

    private static School school(Unpacking from, String stream, @Nullable School before) {
        var name = from.required(before == null ? null : before.name());
        var kind = from.required(before == null ? null : before.kind());
        boolean publicSchool = from.flag();
        boolean open = from.flag();
        boolean enrols = from.flag();
        var locatedIn = from.required(before == null ? null : before.locatedIn());
        var administeredBy = from.text(locatedIn);
        return new School(
                stream,
                name,
                kind,
                publicSchool,
                open,
                enrols,
                locatedIn,
                administeredBy,
                from.flag() ? sheet(from) : null);
    }

    private static Sheet sheet(Unpacking from) {
        return new Sheet(
                from.count(), from.count(), from.flag(), from.count(), from.count(), from.count(), from.count());
    }

    private static void put(Packing to, Work work, @Nullable Work before) {
        to.text(work.programme(), before == null ? null : before.programme())
                .text(work.kind(), before == null ? null : before.kind())
                .text(work.name(), before == null ? null : before.name())
                .flag(work.terminated())
                .text(work.locatedIn(), before == null ? null : before.locatedIn())
                .text(work.leadInstitution(), before == null ? null : before.leadInstitution())
                .decimals(work.planned(), work.done())
                .text(work.stage(), before == null ? null : before.stage())
                .decimals(work.fundsPlanned(), work.fundsPaid());
    }

    private static Work work(Unpacking from, String stream, @Nullable Work before) {
        return new Work(
                stream,
                from.required(before == null ? null : before.programme()),
                from.required(before == null ? null : before.kind()),
                from.required(before == null ? null : before.name()),
                from.flag(),
                from.required(before == null ? null : before.locatedIn()),
                from.text(before == null ? null : before.leadInstitution()),
                from.requiredDecimal(),
                from.requiredDecimal(),
                from.text(before == null ? null : before.stage()),
                from.requiredDecimal(),
                from.requiredDecimal());
    }
}
