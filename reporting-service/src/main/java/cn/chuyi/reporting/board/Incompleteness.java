package cn.chuyi.reporting.board;

import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Register;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which scores of a cycle lack facts, because a record that they depend on was put aside.
 *
 * @param byUnit reasons, by the unit's code
 * @param elsewhere records whose unit nobody can know: of streams that were never read before
 */
record Incompleteness(Map<String, List<Reason>> byUnit, List<Reason> elsewhere) {
    private static final int SHOWN = 500;
    private static final String PARKED = """
            select stream, topic, partition, "offset", cause from parked
            order by topic, partition, "offset" limit ?""";
    private static final String PLACES = """
            select stream, code from attribution where stream = any(?)
            union
            select work.stream, attribution.code from work join attribution on attribution.stream = work.lead
            where work.stream = any(?)""";

    /** One record that is missing, in words and as its place in the log. */
    record Reason(String zh, String en, @Nullable String stream, String topic, int partition, long offset) {}

    List<Reason> of(Unit unit, int edition, Cycle cycle) {
        var reasons = byUnit.getOrDefault(unit.code(), List.of());
        return edition == 0
                ? reasons
                : reasons.stream()
                        .filter(reason -> cycle.caseStream(unit.code()).equals(reason.stream()))
                        .toList();
    }

    static Incompleteness of(Sql sql, Cycle cycle, List<Unit> units) {
        var reasons = sql.list(
                PARKED,
                row -> reason(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getString(5)),
                SHOWN);
        var found = new Incompleteness(new HashMap<>(), new ArrayList<>());
        if (!reasons.isEmpty()) {
            var places = places(sql, reasons);
            var around = new HashMap<String, Set<String>>();
            reasons.forEach(reason -> found.add(reason, cycle, units, touched(sql, reason, cycle, places, around)));
        }
        return found;
    }

    private void add(Reason reason, Cycle cycle, List<Unit> units, @Nullable Set<String> touched) {
        if (touched == null) {
            elsewhere.add(reason);
            return;
        }
        for (var unit : units) {
            if (touched.contains(unit.code()) || touched.contains(unit.level().name())) {
                byUnit.computeIfAbsent(unit.code(), _ -> new ArrayList<>()).add(reason);
            }
            if (unit.parent() != null && touched.contains(unit.code()) && isCase(reason, cycle)) {
                byUnit.computeIfAbsent(unit.parent(), _ -> new ArrayList<>()).add(reason);
            }
        }
    }

    private static boolean isCase(Reason reason, Cycle cycle) {
        return reason.stream() != null && reason.stream().startsWith(cycle.caseStream(""));
    }

    /** Codes of units, or names of levels; absent when nobody can know. */
    private static @Nullable Set<String> touched(
            Sql sql, Reason reason, Cycle cycle, Map<String, Set<String>> places, Map<String, Set<String>> around) {
        var stream = reason.stream();
        if (stream == null) {
            return null;
        }
        if (stream.startsWith("case-")) {
            return stream.startsWith(cycle.caseStream(""))
                    ? Set.of(stream.substring(cycle.caseStream("").length()))
                    : Set.of();
        }
        if (stream.startsWith("catalogue-")) {
            var prefix = cycle.catalogueStream("");
            return stream.startsWith(prefix) ? Set.of(stream.substring(prefix.length())) : Set.of();
        }
        if (stream.startsWith("cycle-")) {
            return stream.equals("cycle-" + cycle.id()) ? Set.of("CITY", "COUNTY") : Set.of();
        }
        if (stream.startsWith("division-")) {
            return around(sql, Set.of(stream.substring("division-".length())), cycle);
        }
        if (stream.startsWith(Register.INSTITUTION) || stream.startsWith(Register.PROJECT)) {
            var codes = places.get(stream);
            return codes == null ? null : around.computeIfAbsent(stream, _ -> around(sql, codes, cycle));
        }
        return Set.of();
    }

    private static Set<String> around(Sql sql, Set<String> codes, Cycle cycle) {
        return new Divisions(sql).unitsAround(codes).getOrDefault(cycle.id(), Set.of());
    }

    private static Map<String, Set<String>> places(Sql sql, List<Reason> reasons) {
        var streams = new TreeSet<String>();
        reasons.forEach(reason -> {
            if (reason.stream() != null) {
                streams.add(reason.stream());
            }
        });
        var places = new HashMap<String, Set<String>>();
        sql.each(
                PLACES,
                row -> places.computeIfAbsent(row.getString(1), _ -> new TreeSet<>())
                        .add(row.getString(2)),
                streams,
                streams);
        return places;
    }

    private static Reason reason(@Nullable String stream, String topic, int partition, long offset, String cause) {
        var place = topic + "/" + partition + "@" + offset;
        return new Reason(
                "记录 " + place + "（" + stream + "）被搁置（" + cause + "），尚未计入。",
                "Record " + place + " (" + stream + ") is parked (" + cause + ") and not counted.",
                stream,
                topic,
                partition,
                offset);
    }
}
