package cn.chuyi.assessment.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collected values, as far as reporting's events have been read. */
@ApplicationScoped
public class Measures {

    /** By indicator; an indicator without a measure is not in it. */
    @Transactional
    public Map<String, Measure> of(String programme, int year, String unit) {
        List<MeasureRow> rows = MeasureRow.list("stream = ?1 order by indicator", stream(programme, year, unit));
        var measures = new LinkedHashMap<String, Measure>();
        rows.forEach(row -> measures.put(row.indicator, row.measure()));
        return measures;
    }

    static String stream(String programme, int year, String unit) {
        return "score-" + programme + "-" + year + "-" + unit;
    }
}
