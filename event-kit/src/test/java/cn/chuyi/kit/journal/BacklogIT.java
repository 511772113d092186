package cn.chuyi.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.journal.Turns.Turn;
import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a relay finds that takes over from one that died. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class BacklogIT {
    private static final int MANY = 10;

    @Inject
    DataSource database;

    private SeparateJournal journal;

    @BeforeEach
    void begin() throws SQLException {
        journal = SeparateJournal.create(database, "crashed");
    }

    @AfterEach
    void end() throws SQLException {
        journal.close();
    }

    @Test
    void batches_that_were_sent_and_not_stamped_keep_their_places_in_the_chain() throws SQLException {
        journal.insert(2, "b", 1, "{}");
        journal.insert(3, "c", 1, "{}");
        journal.insert(5, "e", 1, "{}");
        var first = begin(Link.origin(), 2);
        var second = begin(first.links().getLast(), 1);

        journal.insert(1, "a row of a transaction that committed late", 1, "{}");

        var connection = journal.connection();
        assertThat(Backlog.begun(connection)).extracting(JournalRow::position).containsExactly(2L, 3L, 5L);

        Backlog.stampSoon(connection, first, Instant.EPOCH);

        assertThat(Backlog.begun(connection)).extracting(JournalRow::position).containsExactly(5L);
        assertThat(Backlog.head(connection)).isEqualTo(first.links().getLast());

        Backlog.stampSoon(connection, second, Instant.EPOCH);

        assertThat(Backlog.begun(connection)).isEmpty();
        assertThat(Backlog.head(connection)).isEqualTo(second.links().getLast());
        assertThat(begin(second.links().getLast(), MANY).positions()).containsExactly(1L);
    }

    private Batch begin(Link head, int rows) throws SQLException {
        return Batch.after(head, Backlog.begin(journal.connection(), next(Batch.NONE, head.number()), rows));
    }

    private static Backlog.Next next(Batch ended, long last) {
        return new Backlog.Next(ended, Instant.EPOCH, new Turn(0, last + 1));
    }

    @Test
    void the_next_batch_stamps_those_before_it() throws SQLException {
        journal.insert(1, "a", 1, "{}");
        journal.insert(2, "b", 1, "{}");
        journal.insert(3, "c", 1, "{}");
        var first = begin(Link.origin(), 1);
        var second = begin(first.links().getLast(), 1);
        var ended = next(first.and(second), second.last());

        assertThat(Backlog.begin(journal.connection(), ended, MANY))
                .extracting(JournalRow::position)
                .containsExactly(3L);

        assertThat(journal.published()).containsExactly(1L, 2L);
        assertThat(Backlog.begun(journal.connection()))
                .extracting(JournalRow::position)
                .containsExactly(3L);
        assertThat(Backlog.head(journal.connection())).isEqualTo(second.links().getLast());
    }

    @Test
    void a_stamp_that_is_refused_leaves_the_next_batch_in_the_backlog() throws SQLException {
        journal.insert(1, "a", 1, "{}");
        journal.insert(2, "b", 1, "{}");
        var connection = journal.connection();
        var first = begin(Link.origin(), 1);
        Backlog.stampSoon(connection, first, Instant.EPOCH);

        assertThatThrownBy(() -> Backlog.begin(connection, next(first, first.last()), MANY))
                .isInstanceOf(SQLException.class);

        assertThat(Backlog.begun(connection)).isEmpty();
        assertThat(Backlog.waiting(connection, MANY)).containsExactly(2L);
    }

    @Test
    void what_another_has_begun_is_begun_no_more_and_stamped_once() throws SQLException {
        journal.insert(1, "a", 1, "{}");
        journal.insert(2, "b", 1, "{}");
        var connection = journal.connection();
        var one = begin(Link.origin(), 1);
        var other = begin(one.links().getLast(), MANY);

        assertThat(one.positions()).containsExactly(1L);
        assertThat(other.positions()).containsExactly(2L);
        assertThat(Backlog.begin(connection, next(Batch.NONE, other.last()), MANY))
                .isEmpty();

        Backlog.stampSoon(connection, one, Instant.EPOCH);
        assertThatThrownBy(() -> Backlog.stampSoon(connection, one, Instant.EPOCH))
                .isInstanceOf(SQLException.class);
        assertThat(journal.published()).containsExactly(1L);
    }

    @Test
    void a_batch_of_large_rows_is_shorter() throws SQLException {
        String large = "x".repeat(3 << 20);
        journal.insert(1, "a", 1, large);
        journal.insert(2, "b", 1, large);
        journal.insert(3, "c", 1, large);

        assertThat(begin(Link.origin(), MANY).positions()).containsExactly(1L, 2L);
    }
}
