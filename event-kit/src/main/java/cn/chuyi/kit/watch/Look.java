package cn.chuyi.kit.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Something that is looked at again and again; a service may have its own. */
public interface Look {

    /** @throws RuntimeException when a server does not answer; the next look comes all the same */
    void look(Connection connection, Instant now) throws SQLException;
}
