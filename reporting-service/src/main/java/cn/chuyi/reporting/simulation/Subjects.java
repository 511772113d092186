package cn.chuyi.reporting.simulation;

import cn.chuyi.reporting.fold.Assessor.Inputs;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.fold.CaseFile.Publication;
import cn.chuyi.reporting.fold.ScoreTables;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Level;
import java.util.List;
import java.util.Map;

/** Reads what the scores of one level rest on, with a fixed number of statements. */
record Subjects(Sql sql, Cycle cycle, Catalogue frozen) {

    List<Subject> of(Level level) {
        var units = new Cycles(sql)
                .units(cycle.id()).stream()
                        .filter(unit -> unit.level() == level)
                        .toList();
        var codes = units.stream().map(Unit::code).toList();
        var cases =
                new Ledger(sql).streams(codes.stream().map(cycle::caseStream).toList(), null);
        var grounds = new Grounds(sql).of(cycle, codes, null);
        var counties = new ScoreTables(sql).counties(cycle.id(), codes);
        return units.stream()
                .map(unit -> subject(
                        unit,
                        new Inputs(
                                cases.getOrDefault(cycle.caseStream(unit.code()), List.of()),
                                grounds.getOrDefault(unit.code(), Ground.NONE),
                                List.copyOf(counties.getOrDefault(unit.code(), Map.of())
                                        .values()))))
                .toList();
    }

    private Subject subject(Unit unit, Inputs inputs) {
        var file = CaseFile.of(inputs.facts());
        var published = file.publications().stream().reduce((_, later) -> later);
        return new Subject(
                unit, published.map(Publication::before).orElse(file), inputs, published.isPresent(), frozen);
    }
}
