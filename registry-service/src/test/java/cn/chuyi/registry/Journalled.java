package cn.chuyi.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How much was ever written: facts but the anchors, which come by themselves, and query rows. */
@ApplicationScoped
class Journalled {
    private final DataSource database;

    Journalled(DataSource database) {
        this.database = database;
    }

    /** Two equal answers mean that nothing was written in between. */
    String soFar() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select (select count(*) from journal where stream not like 'journal-%') || ' facts, '
                            || (select coalesce(sum(version), 0) + count(*) from division) || ' '
                            || (select coalesce(sum(version), 0) + count(*) from programme) || ' '
                            || (select coalesce(sum(version), 0) + count(*) from institution) || ' '
                            || (select coalesce(sum(version), 0) + count(*) from project) || ' rows and versions, '
                            || (select count(*) from school_code) || ' codes'""");
                var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
