package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.measure.Moment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * One programme-year.
 *
 * @param id {@code {programme}-{year}}
 * @param referenceDate civil date on which all measures are taken
 */
public record Cycle(String id, String programme, int year, LocalDate referenceDate, boolean demo) {

    public static final String COLUMNS = "id, programme, year, reference_date, demo";

    public static Cycle of(ResultSet row) throws SQLException {
        return new Cycle(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getDate(4).toLocalDate(),
                row.getBoolean(5));
    }

    public static String id(String programme, int year) {
        return programme + "-" + year;
    }

    public Moment moment() {
        return new Moment(referenceDate, year);
    }

    public String caseStream(String unit) {
        return "case-" + id + "-" + unit;
    }

    public String scoreStream(String unit) {
        return "score-" + id + "-" + unit;
    }

    public String catalogueStream(String level) {
        return "catalogue-" + id + "-" + level;
    }
}
