package cn.chuyi.reporting.export;

import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.fold.CaseFile.Publication;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.proof.Tree;
import cn.chuyi.reporting.score.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The facts that a result is made of, and no others. */
final class Basis {
    private final Ledger ledger;
    private final Cycles cycles;
    private final Divisions divisions;
    private final Grounds grounds;
    private final Cycle cycle;
    /** Facts of the cycle itself. */
    private final List<Recorded> common;

    private final @Nullable Instant asOf;

    /** @param asOf facts recorded later are left out, but for those that make the tree of divisions; absent for all */
    Basis(Sql sql, Cycle cycle, @Nullable Instant asOf) {
        this.ledger = new Ledger(sql);
        this.cycles = new Cycles(sql);
        this.divisions = new Divisions(sql);
        this.grounds = new Grounds(sql);
        this.cycle = cycle;
        this.asOf = asOf;
        this.common = ledger.stream("cycle-" + cycle.id(), asOf);
    }

    /** @param edition 0 for the provisional result */
    List<Recorded> of(Unit unit, int edition) {
        return edition == 0 ? ofProvisional(unit) : ofOfficial(unit, edition);
    }

    /** The frozen catalogue and the case until its publication, whatever was recorded later. */
    private List<Recorded> ofOfficial(Unit unit, int edition) {
        var file = ledger.stream(cycle.caseStream(unit.code()), asOf);
        var publication = CaseFile.of(file).publications().stream()
                .filter(one -> one.edition() == edition)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no publication of " + unit.code() + " " + edition));
        var facts = new ArrayList<Recorded>(opening());
        facts.addAll(frozenBefore(unit.level(), publication));
        file.stream()
                .filter(fact -> fact.version() <= publication.fact().version())
                .forEach(facts::add);
        return facts;
    }

    /** Everything that the register and the cases say: of the unit, and of a city's counties. */
    private List<Recorded> ofProvisional(Unit unit) {
        var streams = new TreeSet<String>();
        streams.add(cycle.catalogueStream(unit.level().name()));
        streams.add(cycle.caseStream(unit.code()));
        if (unit.level() == Level.CITY) {
            streams.add(cycle.catalogueStream(Level.COUNTY.name()));
            cycles.units(cycle.id()).stream()
                    .filter(county -> unit.code().equals(county.parent()))
                    .forEach(county -> streams.add(cycle.caseStream(county.code())));
        }
        streams.addAll(grounds.of(cycle, List.of(unit.code()), asOf)
                .getOrDefault(unit.code(), Ground.NONE)
                .streams());
        var facts = new ArrayList<Recorded>(common);
        ledger.streams(streams, asOf).values().forEach(facts::addAll);
        facts.addAll(ofDivisions(unit));
        return facts;
    }

    private List<Recorded> ofDivisions(Unit unit) {
        var area = divisions.areas(List.of(unit.code())).get(unit.code());
        var streams = area == null
                ? List.<String>of()
                : area.all().stream().map(code -> "division-" + code).toList();
        return ledger.streams(streams, null).values().stream()
                .flatMap(List::stream)
                .filter(one -> asOf == null || !one.recorded().isAfter(asOf) || Tree.isOf(one.fact()))
                .toList();
    }

    private List<Recorded> opening() {
        return common.stream()
                .filter(fact -> fact.fact() instanceof CycleOpened)
                .toList();
    }

    /** The catalogue that was frozen last by the publication; else the first one after it. */
    private List<Recorded> frozenBefore(Level level, Publication publication) {
        var frozen = ledger.stream(cycle.catalogueStream(level.name()), asOf).stream()
                .filter(fact -> fact.fact() instanceof CatalogueFrozen)
                .toList();
        return frozen.stream()
                .filter(fact -> !fact.recorded().isAfter(publication.fact().recorded()))
                .reduce((_, last) -> last)
                .or(() -> frozen.stream().findFirst())
                .stream()
                .toList();
    }
}
