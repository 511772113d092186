package cn.chuyi.registry.division;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is above and below whom. A closed code hangs below its successor, so that what was registered under the old code
 * (and the divisions that name it as their parent) stays within reach of the new one.
 */
record Territory(Map<String, String> above, Map<String, List<String>> below) {

    /** One division: its code, its parent, and the code that took its place. */
    record Place(
            String code, @Nullable String parent, @Nullable String successor) {
        @Nullable
        String above() {
            return successor != null ? successor : parent;
        }
    }

    static Territory of(Collection<Place> places) {
        var above = new HashMap<String, String>();
        var below = new HashMap<String, List<String>>();
        for (Place place : places) {
            String upper = place.above();
            if (upper != null) {
                above.put(place.code(), upper);
                below.computeIfAbsent(upper, _ -> new ArrayList<>()).add(place.code());
            }
        }
        return new Territory(above, below);
    }

    /** The next code above: the successor of a closed code, else the parent; absent at the top and for unknown codes. */
    @Nullable
    String parentOf(String code) {
        return above.get(code);
    }

    /** The code itself and everything below it, each once. */
    Set<String> within(String code) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(code));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (found.add(next)) {
                open.addAll(below.getOrDefault(next, List.of()));
            }
        }
        return found;
    }
}
