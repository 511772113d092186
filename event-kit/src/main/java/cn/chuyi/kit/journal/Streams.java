package cn.chuyi.kit.journal;

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

    /** Names of the streams that begin with {@code prefix} and come after {@code after}, in order. */
    @Transactional(TxType.MANDATORY)
    public List<String> of(String prefix, String after) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select stream from journal where version = 1 and starts_with(stream, ?) and stream > ?
                        order by stream""")) {
            select.setString(1, prefix);
            select.setString(2, after);
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list streams", e);
        }
    }
}
