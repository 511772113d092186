package cn.chuyi.reporting.board;

import cn.chuyi.reporting.fold.Assessor;
import cn.chuyi.reporting.fold.Assessor.Inputs;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Told;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every result that a unit ever had, as {@link Past} finds one of them; all facts are read once, and with each instant that
 * brought any, only what it touches is computed anew.
 */
final class History {
    private final Cycle cycle;
    private final Unit unit;
    private final List<Unit> counties;
    private final Told told;
    private final Map<String, List<Recorded>> heard = new HashMap<>();
    private final Map<Level, Assessor> assessors = new HashMap<>();
    private final Map<String, Result> results = new HashMap<>();
    private Map<String, Ground> grounds = Map.of();
    private @Nullable Cycle then;
    private Set<String> listed = Set.of();

    private History(Cycle cycle, Unit unit, List<Unit> counties, Told told) {
        this.cycle = cycle;
        this.unit = unit;
        this.counties = counties;
        this.told = told;
    }

    /**
     * A result that was another one before.
     *
     * @param before absent for the first
     * @param catalogue that it is scored by
     * @param facts that were recorded at this instant of what it rests on
     */
    record Step(Instant recorded, @Nullable Step before, Result result, Catalogue catalogue, List<Recorded> facts) {}

    /**
     * Oldest first.
     *
     * @param asOf what was recorded later is left out; absent for all
     */
    static List<Step> of(Sql sql, Cycle cycle, Unit unit, @Nullable Instant asOf) {
        var counties = unit.level() == Level.CITY
                ? new Cycles(sql)
                        .units(cycle.id()).stream()
                                .filter(one -> unit.code().equals(one.parent()))
                                .toList()
                : List.<Unit>of();
        var units = Stream.concat(counties.stream(), Stream.of(unit))
                .map(Unit::code)
                .toList();
        var streams = new ArrayList<>(units.stream().map(cycle::caseStream).toList());
        streams.add("cycle-" + cycle.id());
        Stream.of(Level.values()).map(Level::name).map(cycle::catalogueStream).forEach(streams::add);
        var told = new Grounds(sql).told(units);
        var byInstant = new TreeMap<Instant, List<Recorded>>();
        Stream.concat(new Ledger(sql).streams(streams, asOf).values().stream().flatMap(List::stream), told.facts())
                .filter(fact -> asOf == null || !fact.recorded().isAfter(asOf))
                .forEach(fact -> byInstant
                        .computeIfAbsent(fact.recorded(), _ -> new ArrayList<>())
                        .add(fact));
        return new History(cycle, unit, counties, told).steps(byInstant);
    }

    private List<Step> steps(TreeMap<Instant, List<Recorded>> byInstant) {
        var steps = new ArrayList<Step>();
        byInstant.forEach((instant, facts) -> {
            hear(facts, instant);
            var result = results.get(unit.code());
            var assessor = assessors.get(unit.level());
            var last = steps.isEmpty() ? null : steps.getLast();
            if (result != null && assessor != null && (last == null || !same(last.result(), result))) {
                steps.add(new Step(instant, last, result, assessor.catalogue(), List.copyOf(facts)));
            }
        });
        return List.copyOf(steps);
    }

    private static boolean same(Result one, Result other) {
        return one.edition() == other.edition()
                && Objects.equals(one.score(), other.score())
                && Objects.equals(one.problem(), other.problem());
    }

    private void hear(List<Recorded> facts, Instant instant) {
        var streams = new HashSet<String>();
        for (var fact : facts) {
            streams.add(fact.stream());
            if (isAssessed(fact.stream())) {
                heard.computeIfAbsent(fact.stream(), _ -> new ArrayList<>()).add(fact);
            }
        }
        streams.stream()
                .filter(heard::containsKey)
                .forEach(stream -> heard(stream).sort(Comparator.comparingLong(Recorded::version)));
        boolean framed = frame(streams);
        boolean held = framed || streams.stream().anyMatch(stream -> !isAssessed(stream));
        if (then == null) {
            return;
        }
        if (held) {
            grounds = told.at(then, instant);
        }
        boolean below = false;
        for (var county : counties) {
            below |= (held || streams.contains(cycle.caseStream(county.code()))) && assess(then, county);
        }
        if (held || below || streams.contains(cycle.caseStream(unit.code()))) {
            assess(then, unit);
        }
    }

    /** What the cycle and the catalogues say now; true when one of them has said something. */
    private boolean frame(Set<String> streams) {
        boolean framed = false;
        if (streams.contains("cycle-" + cycle.id())) {
            framed = true;
            then = Past.cycle(cycle, heard("cycle-" + cycle.id()));
            listed = Past.listed(heard("cycle-" + cycle.id()));
        }
        for (var level : Level.values()) {
            var stream = cycle.catalogueStream(level.name());
            var assessor = streams.contains(stream) ? Catalogues.assessor(heard(stream)) : null;
            if (assessor != null) {
                framed = true;
                assessors.put(level, assessor);
            }
        }
        return framed;
    }

    private static boolean isAssessed(String stream) {
        return stream.startsWith("case-") || stream.startsWith("cycle-") || stream.startsWith("catalogue-");
    }

    /** @return whether it is another result now */
    private boolean assess(Cycle cycle, Unit one) {
        var assessor = assessors.get(one.level());
        var facts = heard(cycle.caseStream(one.code()));
        if (assessor == null || facts.isEmpty() && !listed.contains(one.code())) {
            return false;
        }
        var below = one.equals(unit)
                ? counties.stream()
                        .map(county -> results.get(county.code()))
                        .filter(Objects::nonNull)
                        .toList()
                : List.<Result>of();
        var inputs = new Inputs(facts, grounds.getOrDefault(one.code(), Ground.NONE), below);
        var result = Past.result(assessor, inputs);
        var before = results.put(one.code(), result);
        return before == null || !same(before, result);
    }

    private List<Recorded> heard(String stream) {
        return heard.getOrDefault(stream, List.of());
    }
}
