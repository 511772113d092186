package cn.chuyi.kit.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.journal.Journal.Addition;
import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that begin a batch of their own facts, on a real PostgreSQL and a real Kafka, and who comes in between. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class TurnIT {
    private static final int MANY = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Origin NOBODY = new Origin(null, null, null, null);

    @Inject
    DataSource database;

    @Inject
    Bell bell;

    @ConfigProperty(name = "KAFKA_BOOTSTRAP_SERVERS")
    String brokers;

    private final List<Connection> given = new ArrayList<>();
    private SeparateJournal journal;
    private SeparateTopic topic;
    private Turns turns;
    private Publication publication;

    /** Stream a holds one published fact. */
    @BeforeEach
    void begin() throws Exception {
        topic = SeparateTopic.create(brokers, "turn-" + UUID.randomUUID());
        journal = SeparateJournal.create(database, "turned");
        turns = new Turns(bell);
        publication = elected(turns);
        journal.insert(1, "a", 1, "{\"n\":1}");
        journal.skipTo(2);
        publication.advance(MANY);
        publication.finish();
    }

    @AfterEach
    void end() throws SQLException {
        for (Connection connection : List.copyOf(given)) {
            giveBack(connection);
        }
        topic.close();
        journal.close();
    }

    private Publication elected(Turns its) throws SQLException {
        return elected(journal.connection(), its);
    }

    private Publication elected(Connection connection, Turns its) throws SQLException {
        return new Publication(
                connection,
                new Outgoing(topic.name(), "note-service"),
                new Publication.Means(topic::send, Clock.systemUTC(), PATIENCE, _ -> {}, its));
    }

    private Connection another() throws SQLException {
        var connection = journal.another();
        given.add(connection);
        return connection;
    }

    private void giveBack(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        SeparateJournal.giveBack(connection);
        given.remove(connection);
    }

    /** Facts that are their numbers. */
    private static final EventCodec<Integer> CODEC = new EventCodec<>() {
        @Override
        public String type(Integer event) {
            return "chuyi.note.note-written.v1";
        }

        @Override
        public String encode(Integer event) {
            return "{\"n\":" + event + "}";
        }

        @Override
        public boolean knows(String type) {
            return true;
        }

        @Override
        public Integer decode(String type, String json) {
            throw new UnsupportedOperationException("nothing is read");
        }
    };

    /** A command that has written all and not committed. */
    private final class Command {
        private final Connection connection = another();
        private final OwnBatch batch;

        Command(String stream, long version, int... facts) throws SQLException {
            this(requireNonNull(turns.take()), stream, version, facts);
        }

        Command(Turns.Turn turn, String stream, long version, int... facts) throws SQLException {
            connection.setAutoCommit(false);
            batch = new OwnBatch(turns, turn);
            var events = IntStream.of(facts).boxed().toList();
            var insertion =
                    Insertion.of(List.of(new Addition<>(stream, version - 1, events, NOBODY)), CODEC, Instant.EPOCH);
            UUID before = journal.id(stream, version - 1);
            var writes = new Writes(connection);
            insertion.expectBegunAfter(before, writes);
            batch.later(insertion, before, writes);
            writes.flush();
        }

        Command commit() throws SQLException {
            connection.commit();
            giveBack(connection);
            batch.afterCompletion(Status.STATUS_COMMITTED);
            return this;
        }

        void rollback() throws SQLException {
            connection.rollback();
            giveBack(connection);
            batch.afterCompletion(Status.STATUS_ROLLEDBACK);
        }

        /** It is there, and the command does not know. */
        void commitWithoutHearingOfIt() throws SQLException {
            connection.commit();
            giveBack(connection);
            batch.afterCompletion(Status.STATUS_UNKNOWN);
        }

        boolean isBegun() {
            return batch.isBegun();
        }
    }

    @Test
    void what_a_command_has_begun_is_sent_without_a_look_and_what_waits_comes_after_it() throws Exception {
        assertThat(new Command("a", 2, 2, 3).commit().isBegun()).isTrue();
        assertThat(Backlog.waiting(journal.connection(), MANY)).isEmpty();
        journal.insert(100, "b", 1, "{\"n\":4}");

        publication.follow();
        assertThat(topic.read(3)).extracting(SeparateTopic.Seen::n).containsExactly(1, 2, 3);

        assertThat(new Command("a", 4, 5).commit().isBegun()).isTrue();
        publication.advance(MANY);
        publication.finish();

        assertPublished(1, 2, 3, 5, 4);
    }

    @Test
    void much_that_was_begun_is_stamped_although_more_comes() throws Exception {
        for (int n = 2; n <= 60; n++) {
            new Command("a", n, n).commit();
            publication.follow();
        }
        assertThat(journal.published()).hasSizeGreaterThan(20);
        publication.finish();
        assertThat(journal.published()).hasSize(60);
    }

    @Test
    void a_command_that_comes_to_nothing_leaves_the_turn_and_the_number_to_the_next() throws Exception {
        new Command("a", 2, 77).rollback();
        new Command("a", 2, 2).commit();
        publication.follow();
        publication.finish();
        assertPublished(1, 2);
    }

    @Test
    void there_is_one_turn_at_a_time_and_none_while_too_much_is_unsent() throws Exception {
        var command = new Command("a", 2, 2);
        assertThat(turns.take()).isNull();
        command.commit();
        for (int n = 3; n <= 101; n++) {
            new Command("a", n, n).commit();
        }
        assertThat(turns.take()).isNull();
        publication.follow();
        new Command("a", 102, 102).commit();
        publication.follow();
        publication.finish();
        assertThat(topic.read(102)).hasSize(102);
    }

    @Test
    void a_fact_is_not_begun_before_the_one_that_waits_before_it_in_its_stream() throws Exception {
        journal.insert(100, "b", 1, "{\"n\":2}");
        journal.skipTo(101);

        assertThat(new Command("b", 2, 3).commit().isBegun()).isFalse();

        assertThat(turns.isOpen()).isTrue();
        publication.follow();
        assertThat(topic.end()).isEqualTo(1);
        publication.advance(MANY);
        publication.finish();
        assertPublished(1, 2, 3);
    }

    @Test
    void the_relay_waits_for_a_command_that_has_the_turn() throws Exception {
        var command = new Command("a", 2, 2);
        journal.insertAsAnother(100, "b", 1, "{\"n\":3}");
        try (var relay = Executors.newSingleThreadExecutor()) {
            var advanced = relay.submit(() -> publication.advance(MANY));
            command.commit();
            assertThat(advanced.get()).isFalse();
        }
        publication.finish();
        assertPublished(1, 2, 3);
    }

    @Test
    void where_a_command_takes_too_long_the_relay_takes_nothing_and_begins_anew_with_its_batch() throws Exception {
        var command = new Command("a", 2, 2);
        journal.insertAsAnother(100, "b", 1, "{\"n\":3}");
        try (var relay = Executors.newSingleThreadExecutor()) {
            var advanced = relay.submit(() -> publication.advance(MANY));
            await().until(this::somebodyWaitsForTheTurn);
            command.commit();
            assertThatThrownBy(advanced::get).hasRootCauseInstanceOf(SQLException.class);
        }
        assertThat(Backlog.waiting(journal.connection(), MANY)).containsExactly(100L);
        publication = elected(turns);
        publication.advance(MANY);
        publication.finish();
        assertPublished(1, 2, 3);
    }

    /** By a connection without a transaction, which would go on seeing what it has seen first. */
    private boolean somebodyWaitsForTheTurn() throws SQLException {
        var connection = another();
        try (var select = connection.createStatement();
                var row = select.executeQuery("select exists (select from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and query like '%update relay_turn%')")) {
            return row.next() && row.getBoolean(1);
        } finally {
            giveBack(connection);
        }
    }

    @Test
    void who_was_elected_before_begins_nothing_more() throws Exception {
        var late = requireNonNull(turns.take());
        var replica = elected(another(), new Turns(bell));

        assertThat(new Command(late, "a", 2, 2).commit().isBegun()).isFalse();
        assertThat(turns.isOpen()).isFalse();

        journal.insert(100, "b", 1, "{\"n\":3}");
        assertThatThrownBy(() -> publication.advance(MANY)).isInstanceOf(IllegalStateException.class);
        replica.advance(MANY);
        replica.finish();
        assertPublished(1, 2, 3);
    }

    @Test
    void a_relay_that_was_replaced_takes_nothing_out_of_the_backlog() throws Exception {
        var replica = elected(another(), new Turns(bell));
        journal.insert(100, "b", 1, "{\"n\":2}");

        assertThatThrownBy(() -> publication.advance(MANY)).isInstanceOf(SQLException.class);

        assertThat(Backlog.waiting(journal.connection(), MANY)).containsExactly(100L);
        replica.advance(MANY);
        replica.finish();
        assertPublished(1, 2);
    }

    @Test
    void who_is_elected_waits_for_a_command_of_the_one_before_and_sends_its_batch() throws Exception {
        var command = new Command("a", 2, 2);
        var connection = another();
        try (var replicas = Executors.newSingleThreadExecutor()) {
            Callable<Publication> election = () -> elected(connection, new Turns(bell));
            var replica = replicas.submit(election);
            await().until(this::somebodyWaitsForTheTurn);
            command.commit();
            replica.get().finish();
        }
        assertPublished(1, 2);
    }

    @Test
    void a_commit_that_nobody_heard_of_is_found_when_nothing_else_comes() throws Exception {
        new Command("a", 2, 2).commitWithoutHearingOfIt();
        publication.follow();
        assertThat(topic.end()).isEqualTo(1);

        assertThatThrownBy(publication::check).isInstanceOf(IllegalStateException.class);

        turns.close();
        publication = elected(turns);
        publication.check();
        publication.finish();
        assertPublished(1, 2);
    }

    @Test
    void a_commit_that_nobody_heard_of_is_found_by_the_next_command_whose_facts_wait() throws Exception {
        new Command("a", 2, 2).commitWithoutHearingOfIt();

        assertThat(new Command("a", 3, 3).commit().isBegun()).isFalse();

        assertThat(turns.isOpen()).isFalse();
        assertThatThrownBy(() -> publication.advance(MANY)).isInstanceOf(IllegalStateException.class);
        publication = elected(turns);
        publication.advance(MANY);
        publication.finish();
        assertPublished(1, 2, 3);
    }

    @Test
    void who_stops_in_order_sends_what_was_begun_and_gives_no_turn_any_more() throws Exception {
        new Command("a", 2, 2).commit();
        publication.end();
        assertThat(turns.take()).isNull();
        assertPublished(1, 2);
    }

    /** Each once, in this order, and chained in it. */
    private void assertPublished(int... facts) throws SQLException {
        var seen = topic.read(facts.length);
        assertThat(seen).extracting(SeparateTopic.Seen::n).containsExactly(box(facts));
        assertThat(topic.end()).isEqualTo(facts.length);
        Link link = Link.origin();
        var before = new ArrayList<String>();
        for (JournalRow row : journal.publishedRows()) {
            before.add(link.text());
            link = link.next(row);
        }
        assertThat(seen).extracting(SeparateTopic.Seen::before).containsExactlyElementsOf(before);
        assertThat(Backlog.head(journal.connection())).isEqualTo(link);
        assertThat(Backlog.begun(journal.connection())).isEmpty();
        assertThat(Backlog.waiting(journal.connection(), MANY)).isEmpty();
    }

    private static Integer[] box(int... facts) {
        return IntStream.of(facts).boxed().toArray(Integer[]::new);
    }
}
