package cn.chuyi.reporting.progress;

import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Projects;
import cn.chuyi.reporting.ledger.Projects.Line;
import cn.chuyi.reporting.ledger.Register;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.measure.School;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what was built, by task and city. */
final class Tally {
    private static final int CHUNK = 500;

    private final Sql sql;
    private final LocalDate on;
    private final @Nullable Instant asOf;
    private final Map<String, String> cities;

    Tally(Sql sql, LocalDate on, @Nullable Instant asOf) {
        this.sql = sql;
        this.on = on;
        this.asOf = asOf;
        this.cities = new Divisions(sql).cities();
    }

    Map<String, Count> projects(String programme) {
        var counts = new HashMap<String, Count>();
        if (asOf == null) {
            new Projects(sql).of(programme).forEach(line -> count(counts, line));
        } else {
            new Ledger(sql)
                    .walk(
                            Register.PROJECT,
                            CHUNK,
                            asOf,
                            streams -> streams.forEach((stream, recorded) -> {
                                var line = Line.of(stream, recorded);
                                if (line != null && line.programme().equals(programme)) {
                                    count(counts, line);
                                }
                            }));
        }
        return counts;
    }

    /** Governments of a level that run an open public school of a kind that enrols, in the latest cycle. */
    Count governments(String programme, String level, String kind) {
        var count = new Count();
        var divisions = new Divisions(sql).codes(level);
        schools(programme).stream()
                .filter(school -> school.kind().equals(kind) && school.publicSchool())
                .filter(school -> school.open() && school.enrols())
                .map(School::administeredBy)
                .filter(code -> code != null && divisions.contains(code))
                .distinct()
                .forEach(code -> count.add(city(code), true));
        return count;
    }

    private List<School> schools(String programme) {
        var cycle = new Cycles(sql)
                .all().stream()
                        .filter(each -> each.programme().equals(programme))
                        .max(Comparator.comparing(Cycle::year))
                        .orElse(null);
        return cycle == null ? List.of() : new Register(sql, new Ledger(sql)).schools(cycle, asOf);
    }

    private void count(Map<String, Count> counts, Line line) {
        boolean listed = by(line.listedOn());
        if (listed && !by(line.terminatedOn())) {
            counts.computeIfAbsent(line.task(), _ -> new Count()).add(city(line.locatedIn()), by(line.builtOn()));
        }
    }

    private boolean by(@Nullable LocalDate date) {
        return date != null && !date.isAfter(on);
    }

    private String city(String code) {
        return cities.getOrDefault(code, Count.NO_CITY);
    }
}
