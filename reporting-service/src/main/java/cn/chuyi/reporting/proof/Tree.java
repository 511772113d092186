package cn.chuyi.reporting.proof;

import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRecoded;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRegistered;
import cn.chuyi.reporting.ledger.Divisions.Area;
import cn.chuyi.reporting.ledger.Recorded;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The divisions that the events of a package name.
 *
 * @param parents by code
 * @param predecessors the code that a division had before, by code
 */
public record Tree(Map<String, String> parents, Map<String, String> predecessors) {

    /** Whether a fact makes the tree what it is. */
    public static boolean isOf(Fact fact) {
        return fact instanceof DivisionRegistered || fact instanceof DivisionRecoded;
    }

    static Tree of(List<Recorded> facts) {
        var tree = new Tree(new HashMap<>(), new HashMap<>());
        for (var recorded : facts) {
            switch (recorded.fact()) {
                case DivisionRegistered f -> tree.put(f.code(), f.parent(), null);
                case DivisionRecoded f -> tree.put(f.code(), f.parent(), f.predecessor());
                default -> {}
            }
        }
        return tree;
    }

    private void put(String code, @Nullable String parent, @Nullable String predecessor) {
        parents.remove(code);
        predecessors.remove(code);
        if (parent != null) {
            parents.put(code, parent);
        }
        if (predecessor != null) {
            predecessors.put(code, predecessor);
        }
    }

    /** A unit's code with those it had before, and all divisions below with theirs. */
    Area area(String unit) {
        var area = new Area(new TreeSet<>(), new TreeSet<>());
        var open = new ArrayDeque<Map.Entry<String, Boolean>>();
        open.add(Map.entry(unit, true));
        while (!open.isEmpty()) {
            var next = open.remove();
            boolean grown = area.all().add(next.getKey())
                    | (next.getValue() && area.own().add(next.getKey()));
            if (grown) {
                parents.forEach((code, parent) -> {
                    if (parent.equals(next.getKey())) {
                        open.add(Map.entry(code, false));
                    }
                });
                var before = predecessors.get(next.getKey());
                if (before != null) {
                    open.add(Map.entry(before, next.getValue()));
                }
            }
        }
        return area;
    }
}
