package cn.chuyi.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Walks the service's hash chain from its first row and names the first one that was changed, removed or inserted. */
@ApplicationScoped
public class Chain {
    private static final int FETCH = 1000;
    private static final int STREAM = 2;

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
                        + ", chain, hash from journal_link left join journal using (position) order by chain")) {
            select.setFetchSize(FETCH);
            Report walked;
            try (ResultSet rows = select.executeQuery()) {
                walked = walk(rows);
            }
            return walked.broken() == null ? withoutStrays(connection, walked) : walked;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot walk the chain", e);
        }
    }

    private static Report walk(ResultSet rows) throws SQLException {
        Link link = Link.origin();
        while (rows.next()) {
            if (rows.getString(STREAM) == null) {
                return broken(link, null, null, "it was removed");
            }
            JournalRow row = JournalRow.of(rows);
            Link next = link.next(row);
            if (rows.getLong("chain") != next.number()) {
                return broken(link, row.streamText(), row.version(), "a row was removed before it");
            }
            if (!Arrays.equals(rows.getBytes("hash"), next.hash())) {
                return broken(link, row.streamText(), row.version(), "it was changed, or inserted");
            }
            link = next;
        }
        return new Report(link.number(), link.hex(), null);
    }

    /** A row that is neither in the chain nor on its way there was inserted behind the relay's back. */
    private static Report withoutStrays(Connection connection, Report walked) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select stream, version from journal
                        where not exists (select from journal_link where journal_link.position = journal.position)
                            and position not in (select position from journal_backlog
                                union all select unnest(positions) from relay_batch)
                        order by position limit 1""");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Report(
                            walked.rows(),
                            walked.head(),
                            new Broken(walked.rows() + 1, row.getString(1), row.getLong(2), "it was inserted"))
                    : walked;
        }
    }

    private static Report broken(Link last, @Nullable String stream, @Nullable Long version, String reason) {
        return new Report(last.number(), last.hex(), new Broken(last.number() + 1, stream, version, reason));
    }
}
