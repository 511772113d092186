package cn.chuyi.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Walks the service's hash chain from its first row and names the first one that was changed, removed or inserted. */
@ApplicationScoped
public class Chain {
    private static final int FETCH = 1000;

    private final DataSource database;

    Chain(DataSource database) {
        this.database = database;
    }

    /**
     * What a walk found.
     *
     * @param rows how many rows hold, from the first on
     * @param head hash of the last of them, lowercase hex
     * @param broken what is wrong with the row after them; absent when the whole chain holds
     */
    public record Report(long rows, String head, @Nullable Broken broken) {}

    /** @param chain the number in the chain that was expected */
    public record Broken(
            long chain, @Nullable String stream, @Nullable Long version, String reason) {}

    /** The last link; the one before all when nothing was published yet. */
    public Link head(Connection connection) throws SQLException {
        return Backlog.head(connection);
    }

    @Transactional
    public Report verify() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + JournalRow.COLUMNS
                        + ", chain, hash from journal where chain is not null order by chain")) {
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                return walk(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot walk the chain", e);
        }
    }

    private static Report walk(ResultSet rows) throws SQLException {
        Link link = Link.origin();
        while (rows.next()) {
            JournalRow row = JournalRow.of(rows);
            Link next = link.next(row);
            String wrong = rows.getLong("chain") != next.number()
                    ? "a row was removed before it"
                    : Arrays.equals(rows.getBytes("hash"), next.hash()) ? null : "it was changed, or inserted";
            if (wrong != null) {
                return new Report(
                        link.number(), link.hex(), new Broken(next.number(), row.stream(), row.version(), wrong));
            }
            link = next;
        }
        return new Report(link.number(), HexFormat.of().formatHex(link.hash()), null);
    }
}
