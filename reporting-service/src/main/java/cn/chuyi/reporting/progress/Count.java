package cn.chuyi.reporting.progress;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a task has come to.
 *
 * @param byCity listed and built, by the city's code
 */
record Count(Map<String, int[]> byCity) {
    static final String NO_CITY = "";

    Count() {
        this(new TreeMap<>());
    }

    void add(String city, boolean built) {
        var pair = byCity.computeIfAbsent(city, _ -> new int[2]);
        pair[0]++;
        pair[1] += built ? 1 : 0;
    }

    int listed() {
        return byCity.values().stream().mapToInt(pair -> pair[0]).sum();
    }

    int built() {
        return byCity.values().stream().mapToInt(pair -> pair[1]).sum();
    }
}
