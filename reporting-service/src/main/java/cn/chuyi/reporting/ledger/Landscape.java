package cn.chuyi.reporting.ledger;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.ledger.Divisions.Area;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.measure.Holdings;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Institutions and projects of one cycle, to be found by the divisions that they belong to. */
public final class Landscape {
    private final Map<String, List<Placed<?>>> byPlace = new HashMap<>();
    private final Map<String, String> leads = new HashMap<>();

    /** An institution or project and the position of its last fact. */
    public record Placed<T>(String stream, T state, Position position) {}

    public Landscape(Collection<Placed<School>> schools, Collection<Placed<Work>> works) {
        for (var school : schools) {
            add(school.state().locatedIn(), school);
            add(school.state().administeredBy(), school);
            leads.put(
                    school.stream().substring(Register.INSTITUTION.length()),
                    school.state().locatedIn());
        }
        for (var work : works) {
            add(work.state().locatedIn(), work);
            var lead = work.state().leadInstitution();
            add(lead == null ? null : leads.get(lead), work);
        }
    }

    /** @param unified kinds of school that the unit need not have */
    public Ground ground(Area area, Set<String> unified) {
        var held = new TreeMap<String, Placed<?>>();
        area.all().forEach(code -> byPlace.getOrDefault(code, List.of()).forEach(one -> held.put(one.stream(), one)));
        var schools = new ArrayList<School>();
        var works = new ArrayList<Work>();
        for (var one : held.values()) {
            if (one.state() instanceof School school) {
                schools.add(school);
            } else if (one.state() instanceof Work work) {
                works.add(work);
            }
        }
        var holdings = new Holdings(area.own(), area.all(), schools, works, leads, unified);
        var positions = held.values().stream().map(Placed::position).toList();
        return new Ground(holdings, held.keySet(), positions);
    }

    private void add(@Nullable String code, Placed<?> one) {
        if (code != null) {
            byPlace.computeIfAbsent(code, _ -> new ArrayList<>()).add(one);
        }
    }
}
