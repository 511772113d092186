package cn.chuyi.reporting.ledger;

import cn.chuyi.kit.event.Json;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fact.RegistryFact.Authority;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionAuthorityChanged;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRelocated;
import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.fact.RegistryFact.OfProject;
import cn.chuyi.reporting.fact.RegistryFact.ProjectDeclared;
import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
            insert into school (cycle, stream, located_in, administered_by, partition, "offset", body)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (stream, cycle) do update set
                located_in = excluded.located_in, administered_by = excluded.administered_by,
                partition = excluded.partition, "offset" = excluded."offset", body = excluded.body""";
    private static final String UPSERT_WORK = """
            insert into work (cycle, stream, located_in, lead, partition, "offset", body)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (stream, cycle) do update set
                located_in = excluded.located_in, lead = excluded.lead,
                partition = excluded.partition, "offset" = excluded."offset", body = excluded.body""";
    private static final String PLACES = """
            select located_in from school where stream = any(?) union
            select administered_by from school where stream = any(?) and administered_by is not null union
            select located_in from work where stream = any(?) union
            select school.located_in from work join school
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
        var led = new TreeSet<String>();
        remembered.streams(ledger, projects).forEach((stream, recorded) -> {
            for (var cycle : cycles) {
                var work = work(cycle, stream, recorded, rows);
                if (work != null) {
                    places.add(work.state().locatedIn());
                    remembered.keep(cycle, work);
                    if (work.state().leadInstitution() != null) {
                        led.add(stream);
                    }
                }
            }
        });
        sql.batch(UPSERT_WORK, rows);
        if (!led.isEmpty()) {
            places.addAll(places(led));
        }
        return places;
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
                    work(cycle, stream, recorded, works);
                }
            }
        });
        sql.batch(UPSERT_SCHOOL, schools);
        sql.batch(UPSERT_WORK, works);
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

    private static @Nullable Placed<Work> work(
            Cycle cycle, String stream, List<Recorded> recorded, List<@Nullable Object[]> rows) {
        var work = Work.at(cycle.moment(), stream, Recorded.facts(recorded, OfProject.class));
        if (work == null || !work.programme().equals(cycle.programme())) {
            return null;
        }
        var at = recorded.getLast().position();
        var lead = work.leadInstitution();
        rows.add(new @Nullable Object[] {
            cycle.id(),
            stream,
            work.locatedIn(),
            lead == null ? null : INSTITUTION + lead,
            at.partition(),
            at.offset(),
            json(work)
        });
        return new Placed<>(stream, work, at);
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

    /** A state as it is kept. */
    public static String json(Object state) {
        try {
            return Json.mapper().writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + state, e);
        }
    }
}
