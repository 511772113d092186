package cn.chuyi.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a relay finds that takes over from one that died. In tables of its own, where no living relay looks. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class BacklogIT {
    @Inject
    DataSource database;

    @Test
    void a_batch_that_was_sent_and_not_stamped_keeps_its_places_in_the_chain() throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, "create schema crashed");
            execute(connection, "create table crashed.journal (like public.journal including all)");
            execute(connection, "create table crashed.relay_batch (like public.relay_batch including all)");
            execute(connection, "set search_path to crashed");
            try {
                insert(connection, 2, "b");
                insert(connection, 3, "c");
                Backlog.begin(connection, Backlog.next(connection, 10));

                insert(connection, 1, "a row of a transaction that committed late");

                assertThat(Backlog.next(connection, 10))
                        .extracting(JournalRow::position)
                        .containsExactly(1L, 2L, 3L);
                List<JournalRow> begun = Backlog.begun(connection);
                assertThat(begun).extracting(JournalRow::position).containsExactly(2L, 3L);

                Link first = Link.origin().next(begun.get(0));
                Backlog.stamp(connection, begun, List.of(first, first.next(begun.get(1))), Instant.EPOCH);

                assertThat(Backlog.begun(connection)).isEmpty();
                assertThat(Backlog.head(connection)).isEqualTo(first.next(begun.get(1)));
            } finally {
                execute(connection, "set search_path to default");
                execute(connection, "drop schema crashed cascade");
            }
        }
    }

    private static void insert(Connection connection, long position, String stream) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into journal (position, stream, version, id, type, payload, recorded_at)
                overriding system value values (?, ?, 1, gen_random_uuid(), 'chuyi.note.note-written.v1', '{}', now())""")) {
            insert.setLong(1, position);
            insert.setString(2, stream);
            insert.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
