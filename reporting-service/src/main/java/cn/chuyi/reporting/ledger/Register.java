package cn.chuyi.reporting.ledger;

import cn.chuyi.kit.event.Json;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionAuthorityChanged;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRelocated;
import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.fact.RegistryFact.ProjectDeclared;
import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Institutions and projects as they stand at each cycle's reference date, kept equal to the fold of their facts. */
public final class Register {
    public static final String INSTITUTION = "institution-";
    public static final String PROJECT = "project-";

    private static final int CHUNK = 500;
    private static final String UPSERT_SCHOOL = """
            insert into school (cycle, stream, located_in, administered_by, partition, "offset", body)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (stream, cycle) do update set
                located_in = excluded.located_in, administered_by = excluded.administered_by,
                partition = excluded.partition, "offset" = excluded."offset", body = excluded.body""";
    private static final String UPSERT_WORK = """
            insert into work (cycle, stream, located_in, lead, partition, "offset", body)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::text[])
            on conflict (stream, cycle) do update set located_in = excluded.located_in, lead = excluded.lead,
                partition = excluded.partition, "offset" = excluded."offset", body = excluded.body""";
    private static final String PLACES = """
            select located_in from school where stream = any(?) union
            select administered_by from school where stream = any(?) and administered_by is not null union
            select located_in from work where stream = any(?) union
            select school.located_in from work join school
                on school.cycle = work.cycle and school.stream = work.lead where work.stream = any(?)""";

    private static final String PLACES_OF_WORKS = """
            select stream, located_in from work where stream = any(?) union
            select work.stream, school.located_in from work join school
                on school.cycle = work.cycle and school.stream = work.lead where work.stream = any(?)""";

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
        remembered.works(projects, unknown -> read(unknown, cycles)).values().forEach(worked -> {
            worked.states().forEach((cycle, work) -> rows.add(row(cycle, work)));
            remembered.keep(worked);
            places.addAll(worked.places());
        });
        sql.later(UPSERT_WORK, rows);
        return places;
    }

    private Map<String, Worked> read(List<String> projects, List<Cycle> cycles) {
        var places = new HashMap<String, Set<String>>();
        sql.each(
                PLACES_OF_WORKS,
                row -> places.computeIfAbsent(row.getString(1), _ -> new TreeSet<>())
                        .add(row.getString(2)),
                projects,
                projects);
        var works = new HashMap<String, Worked>();
        ledger.streams(projects, null)
                .forEach((stream, facts) ->
                        works.put(stream, Worked.of(stream, facts, cycles, places.getOrDefault(stream, Set.of()))));
        return works;
    }

    /** Empties cycles that are about to look at another day. */
    public void forget(Collection<String> cycles) {
        sql.update("delete from school where cycle = any(?)", cycles);
        sql.update("delete from work where cycle = any(?)", cycles);
    }

    /** Folds everything for cycles that are new or look at another day now. */
    public void refoldAll(List<Cycle> cycles) {
        ledger.walk(INSTITUTION, CHUNK, null, streams -> fold(streams, cycles));
        ledger.walk(PROJECT, CHUNK, null, streams -> fold(streams, cycles));
    }

    /** All institutions on the cycle's day, by what was recorded until an instant. */
    public List<School> schools(Cycle cycle, Instant asOf) {
        var schools = new ArrayList<School>();
        ledger.walk(
                INSTITUTION,
                CHUNK,
                asOf,
                streams -> streams.forEach((stream, recorded) -> {
                    var school = School.at(cycle.moment(), stream, Recorded.facts(recorded, OfInstitution.class));
                    if (school != null) {
                        schools.add(school);
                    }
                }));
        return schools;
    }

    private Set<String> places(Collection<String> streams) {
        return new TreeSet<>(sql.list(PLACES, row -> row.getString(1), streams, streams, streams, streams));
    }

    private void fold(Map<String, List<Recorded>> streams, List<Cycle> cycles) {
        var schools = new ArrayList<@Nullable Object[]>();
        var works = new ArrayList<@Nullable Object[]>();
        streams.forEach((stream, recorded) -> {
            for (var cycle : cycles) {
                if (stream.startsWith(INSTITUTION)) {
                    school(cycle, stream, recorded, schools);
                } else {
                    Worked.of(stream, recorded, List.of(cycle), Set.of())
                            .states()
                            .forEach((_, work) -> works.add(row(cycle, work)));
                }
            }
        });
        sql.batch(UPSERT_SCHOOL, schools);
        sql.later(UPSERT_WORK, works);
        new Projects(sql).fold(streams);
        attribute(streams);
    }

    private static void school(Cycle cycle, String stream, List<Recorded> recorded, List<@Nullable Object[]> rows) {
        var school = School.at(cycle.moment(), stream, Recorded.facts(recorded, OfInstitution.class));
        if (school != null) {
            var at = recorded.getLast().position();
            rows.add(new @Nullable Object[] {
                cycle.id(),
                stream,
                school.locatedIn(),
                school.administeredBy(),
                at.partition(),
                at.offset(),
                json(school)
            });
        }
    }

    private static @Nullable Object[] row(Cycle cycle, Placed<Work> work) {
        var state = work.state();
        var lead = state.leadInstitution();
        return new @Nullable Object[] {
            cycle.id(),
            work.stream(),
            state.locatedIn(),
            lead == null ? null : INSTITUTION + lead,
            work.position().partition(),
            work.position().offset(),
            json(state)
        };
    }

    private void attribute(Map<String, List<Recorded>> streams) {
        var rows = new ArrayList<@Nullable Object[]>();
        streams.forEach((stream, recorded) -> recorded.stream()
                .map(Recorded::fact)
                .flatMap(Register::named)
                .distinct()
                .forEach(code -> rows.add(new @Nullable Object[] {code, stream})));
        sql.batch("insert into attribution (code, stream) values (?, ?) on conflict do nothing", rows);
    }

    /** Codes of the divisions that a fact of an institution or project names as its place. */
    public static Stream<String> named(Fact fact) {
        return switch (fact) {
            case InstitutionRegistered f ->
                Stream.concat(
                        Stream.of(f.locatedIn()),
                        Stream.ofNullable(f.administeredBy().division()));
            case InstitutionRelocated f -> Stream.of(f.locatedIn());
            case InstitutionAuthorityChanged f ->
                Stream.ofNullable(f.administeredBy().division());
            case ProjectDeclared f -> Stream.of(f.locatedIn());
            default -> Stream.empty();
        };
    }

    /** A state as it is kept. */
    public static String json(Object state) {
        try {
            return Json.mapper().writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + state, e);
        }
    }
}
