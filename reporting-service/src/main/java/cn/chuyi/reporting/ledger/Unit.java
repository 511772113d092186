package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.score.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An assessed government in one cycle.
 *
 * @param parent the city of a county
 * @param peerGroup units of one group are ranked among themselves too
 */
public record Unit(
        String cycle,
        String code,
        Level level,
        @Nullable String parent,
        @Nullable String peerGroup,
        boolean demo) {

    static final String COLUMNS = "cycle, code, level, parent, peer_group, demo";

    /** Code of the city that it is scored with: cities look at their counties. */
    public String family() {
        return switch (level) {
            case CITY -> code;
            case COUNTY -> parent == null ? code : parent;
        };
    }

    public static Unit of(ResultSet row) throws SQLException {
        return new Unit(
                row.getString(1),
                row.getString(2),
                Level.valueOf(row.getString(3)),
                text(row, 4),
                text(row, 5),
                row.getBoolean(6));
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
