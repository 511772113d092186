package cn.chuyi.reporting.board;

import cn.chuyi.reporting.fold.Assessor;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Proposal;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Standing.Collected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds published results that the measures of today would make others. A city's counties count as corrected. */
record Corrected(Sql sql, Cycle cycle) {

    record Found(Row row, Catalogue catalogue, Proposal proposal) {

        /** What would stand in the edition's place. */
        Result proposed() {
            return new Result(row.result().edition(), proposal.score(), null, List.of());
        }
    }

    List<Found> of(Collection<Row> rows) {
        var counties = level(rows, Level.COUNTY, Map.of());
        var found = new ArrayList<>(counties);
        found.addAll(level(rows, Level.CITY, below(rows)));
        return found;
    }

    /** The counties of a city that would be corrected. */
    List<Found> counties(String city) {
        return level(new Boards(sql).below(cycle, city, null), Level.COUNTY, Map.of());
    }

    /** What would stand for the counties of each published city. */
    private Map<String, List<Result>> below(Collection<Row> rows) {
        var below = new HashMap<String, List<Result>>();
        rows.stream().filter(row -> isPublished(row, Level.CITY)).forEach(row -> {
            var code = row.unit().code();
            var counties = new Boards(sql).below(cycle, code, null);
            var results = new HashMap<String, Result>();
            counties.forEach(county -> results.put(county.unit().code(), county.result()));
            level(counties, Level.COUNTY, Map.of())
                    .forEach(county -> results.put(county.row().unit().code(), county.proposed()));
            below.put(code, List.copyOf(results.values()));
        });
        return below;
    }

    private List<Found> level(Collection<Row> rows, Level level, Map<String, List<Result>> counties) {
        var published = rows.stream().filter(row -> isPublished(row, level)).toList();
        var ledger = new Ledger(sql);
        var assessor = published.isEmpty() ? null : new Catalogues(ledger).assessor(cycle, level, null);
        if (assessor == null) {
            return List.of();
        }
        var codes = published.stream().map(row -> row.unit().code()).toList();
        var grounds = new Grounds(sql).of(cycle, codes, null);
        var cases = ledger.streams(codes.stream().map(cycle::caseStream).toList(), null);
        var found = new ArrayList<Found>();
        for (var row : published) {
            var code = row.unit().code();
            var facts = cases.getOrDefault(cycle.caseStream(code), List.of());
            var now =
                    assessor.measures(grounds.getOrDefault(code, Ground.NONE), counties.getOrDefault(code, List.of()));
            var publication = CaseFile.of(facts).publications().getLast();
            var proposal = Proposal.of(
                    assessor.catalogue(), facts, publication, now, instant -> then(assessor, code, instant));
            if (proposal != null) {
                found.add(new Found(row, assessor.catalogue(), proposal));
            }
        }
        return found;
    }

    private Map<String, Collected> then(Assessor assessor, String code, Instant instant) {
        var ground = new Grounds(sql).of(cycle, List.of(code), instant).getOrDefault(code, Ground.NONE);
        return assessor.measures(ground, List.of());
    }

    private static boolean isPublished(Row row, Level level) {
        return row.unit().level() == level && row.result().edition() > 0;
    }
}
