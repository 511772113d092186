package cn.chuyi.assessment.cases;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Maps that never change, in the order of their keys. */
final class Maps {

    private Maps() {}

    static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var next = new TreeMap<>(map);
        next.put(key, value);
        return Collections.unmodifiableMap(next);
    }

    static <V> Map<String, V> minus(Map<String, V> map, String key) {
        if (!map.containsKey(key)) {
            return map;
        }
        var next = new TreeMap<>(map);
        next.remove(key);
        return Collections.unmodifiableMap(next);
    }
}
