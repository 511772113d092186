package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fact.RegistryFact.Authority;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionAuthorityChanged;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRelocated;
import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.fact.RegistryFact.ProjectDeclared;
import cn.chuyi.reporting.ledger.States.Stated;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Institutions and projects as they stand at each cycle's reference date, kept equal to the fold of their facts. */
public final class Register {
    public static final String INSTITUTION = "institution-";
    public static final String PROJECT = "project-";

    private static final int CHUNK = 500;
    private static final String UPSERT_SCHOOL = """
            insert into school (stream, partition, "offset", states) values (?, ?, ?, ?)
            on conflict (stream) do update set
                partition = excluded.partition, "offset" = excluded."offset", states = excluded.states""";
    private static final String UPSERT_WORK = """
            insert into work (stream, lead, partition, "offset", states)
            select * from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::bytea[])
            on conflict (stream) do update set lead = excluded.lead,
                partition = excluded.partition, "offset" = excluded."offset", states = excluded.states""";

    /** With the institutions that lead a project. */
    private static final String STATES = """
            select stream, states from work where stream = any(?) union all
            select stream, states from school where stream = any(?) union all
            select stream, states from school where stream = any(array(select lead from work where stream = any(?)))""";

    /** The same, each with the project that it is looked up for. */
    private static final String STATES_OF_WORKS = """
            select stream, stream, states from work where stream = any(?) union all
            select work.stream, school.stream, school.states
            from work join school on school.stream = work.lead where work.stream = any(?)""";

    private final Sql sql;
    private final Ledger ledger;

    public Register(Sql sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * Folds these streams anew.
     *
     * @param streams of institutions and projects
     * @return the codes of the divisions that one of them belongs to, or belonged to before
     */
    public Set<String> refold(Collection<String> streams, List<Cycle> cycles) {
        if (streams.isEmpty()) {
            return Set.of();
        }
        var places = places(streams);
        fold(ledger.streams(streams, null), cycles);
        places.addAll(places(streams));
        return places;
    }

    /**
     * Folds projects anew that were worked on ({@link Touched#worked}). Where they belong is as it was, and so is all that is kept
     * of them elsewhere.
     *
     * @return the codes of the divisions that one of them belongs to
     */
    public Set<String> work(Set<String> projects, List<Cycle> cycles, Remembered remembered) {
        var places = new TreeSet<String>();
        var rows = new ArrayList<@Nullable Object[]>();
        remembered.works(projects, unknown -> read(unknown, cycles)).forEach((stream, worked) -> {
            addRow(rows, stream, worked);
            remembered.keep(worked);
            places.addAll(worked.places());
        });
        sql.later(UPSERT_WORK, rows);
        return places;
    }

    private Map<String, Worked> read(List<String> projects, List<Cycle> cycles) {
        var places = new HashMap<String, Set<String>>();
        sql.each(
                STATES_OF_WORKS,
                row -> places.computeIfAbsent(row.getString(1), _ -> new TreeSet<>())
                        .addAll(locatedIn(row.getString(2), row.getBytes(3))),
                projects,
                projects);
        var works = new HashMap<String, Worked>();
        ledger.streams(projects, null)
                .forEach((stream, facts) ->
                        works.put(stream, Worked.of(stream, facts, cycles, places.getOrDefault(stream, Set.of()))));
        return works;
    }

    private static List<String> locatedIn(String stream, byte[] states) {
        return stream.startsWith(PROJECT)
                ? States.WORK.all(stream, states).stream().map(Work::locatedIn).toList()
                : States.SCHOOL.all(stream, states).stream()
                        .map(School::locatedIn)
                        .toList();
    }

    /** Folds everything anew, for cycles of which some are new or look at another day now. */
    public void refoldAll(List<Cycle> cycles) {
        sql.update("delete from school");
        sql.update("delete from work");
        ledger.walk(INSTITUTION, CHUNK, null, streams -> fold(streams, cycles));
        ledger.walk(PROJECT, CHUNK, null, streams -> fold(streams, cycles));
    }

    /**
     * All institutions on the cycle's day.
     *
     * @param asOf facts recorded later are left out; absent for what stands now
     */
    public List<School> schools(Cycle cycle, @Nullable Instant asOf) {
        var schools = new ArrayList<School>();
        if (asOf == null) {
            sql.each("select stream, states from school", row -> {
                var school = States.SCHOOL.at(cycle, row.getString(1), row.getBytes(2));
                if (school != null) {
                    schools.add(school);
                }
            });
        } else {
            ledger.walk(
                    INSTITUTION,
                    CHUNK,
                    asOf,
                    streams -> streams.forEach((stream, recorded) ->
                            schools(List.of(cycle), stream, recorded).forEach(one -> schools.add(one.state()))));
        }
        return schools;
    }

    private Set<String> places(Collection<String> streams) {
        var places = new TreeSet<String>();
        sql.each(
                STATES,
                row -> {
                    var stream = row.getString(1);
                    if (stream.startsWith(PROJECT)) {
                        States.WORK.all(stream, row.getBytes(2)).forEach(work -> places.add(work.locatedIn()));
                    } else {
                        States.SCHOOL.all(stream, row.getBytes(2)).forEach(school -> {
                            places.add(school.locatedIn());
                            if (school.administeredBy() != null && streams.contains(stream)) {
                                places.add(school.administeredBy());
                            }
                        });
                    }
                },
                streams,
                streams,
                streams);
        return places;
    }

    private void fold(Map<String, List<Recorded>> streams, List<Cycle> cycles) {
        var schools = new ArrayList<@Nullable Object[]>();
        var works = new ArrayList<@Nullable Object[]>();
        streams.forEach((stream, recorded) -> {
            if (stream.startsWith(PROJECT)) {
                addRow(works, stream, Worked.of(stream, recorded, cycles, Set.of()));
            } else {
                var states = schools(cycles, stream, recorded);
                var at = recorded.getLast().position();
                if (!states.isEmpty()) {
                    schools.add(
                            new @Nullable Object[] {stream, at.partition(), at.offset(), States.SCHOOL.write(states)});
                }
            }
        });
        sql.batch(UPSERT_SCHOOL, schools);
        sql.later(UPSERT_WORK, works);
        new Projects(sql).fold(streams);
        attribute(streams);
    }

    private static List<Stated<School>> schools(List<Cycle> cycles, String stream, List<Recorded> recorded) {
        var facts = Recorded.facts(recorded, OfInstitution.class);
        var states = new ArrayList<Stated<School>>();
        for (var cycle : cycles) {
            var school = School.at(cycle.moment(), stream, facts);
            if (school != null) {
                states.add(new Stated<>(cycle, school));
            }
        }
        return states;
    }

    private static void addRow(List<@Nullable Object[]> rows, String stream, Worked worked) {
        var states = worked.inOrder();
        if (!states.isEmpty()) {
            var at = worked.position();
            rows.add(
                    new @Nullable Object[] {stream, lead(states), at.partition(), at.offset(), States.WORK.write(states)
                    });
        }
    }

    /** Stream of the institution that leads a project. It is named once, when the project is declared. */
    public static @Nullable String lead(List<Stated<Work>> works) {
        var lead = works.getLast().state().leadInstitution();
        return lead == null ? null : INSTITUTION + lead;
    }

    private void attribute(Map<String, List<Recorded>> streams) {
        var rows = new ArrayList<@Nullable Object[]>();
        streams.forEach((stream, recorded) -> recorded.stream()
                .map(Recorded::fact)
                .<String>mapMulti(Register::named)
                .distinct()
                .forEach(code -> rows.add(new @Nullable Object[] {code, stream})));
        sql.batch("insert into attribution (code, stream) values (?, ?) on conflict do nothing", rows);
    }

    /** Codes of the divisions that a fact of an institution or project names as its place. */
    public static void named(Fact fact, Consumer<String> place) {
        switch (fact) {
            case InstitutionRegistered f -> {
                place.accept(f.locatedIn());
                named(f.administeredBy(), place);
            }
            case InstitutionRelocated f -> place.accept(f.locatedIn());
            case InstitutionAuthorityChanged f -> named(f.administeredBy(), place);
            case ProjectDeclared f -> place.accept(f.locatedIn());
            default -> {}
        }
    }

    private static void named(Authority authority, Consumer<String> place) {
        if (authority.division() != null) {
            place.accept(authority.division());
        }
    }
}
