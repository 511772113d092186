package cn.chuyi.reporting.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ranks among the rated units of one level or peer group: 1, 2, 2, 4. */
public final class Ranking {

    private Ranking() {}

    /**
     * @param totals by unit; units that are not rated are left out
     * @return rank by unit, best first
     */
    public static Map<String, Integer> of(Map<String, BigDecimal> totals) {
        var units = new ArrayList<>(totals.entrySet());
        units.sort(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        var ranks = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < units.size(); i++) {
            boolean tied =
                    i > 0 && units.get(i).getValue().compareTo(units.get(i - 1).getValue()) == 0;
            ranks.put(units.get(i).getKey(), tied ? ranks.get(units.get(i - 1).getKey()) : Integer.valueOf(i + 1));
        }
        return ranks;
    }
}
