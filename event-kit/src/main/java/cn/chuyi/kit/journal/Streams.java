package cn.chuyi.kit.journal;

import cn.chuyi.kit.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Which streams of a kind there are, for kinds of which there are so few that a list needs no rows of its own. */
@ApplicationScoped
public class Streams {
    private final DataSource database;

    Streams(DataSource database) {
        this.database = database;
    }

    /** What stands behind {@code prefix} in the names of the streams that begin with it, after the page's key, in order. */
    @Transactional(TxType.MANDATORY)
    public List<String> of(String prefix, PageRequest page) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select stream from journal where version = 1 and starts_with(stream, ?) and stream > ?
                        order by stream""")) {
            select.setString(1, prefix);
            select.setString(2, page.after() == null ? prefix : prefix + page.after());
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1).substring(prefix.length()));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list streams", e);
        }
    }
}
