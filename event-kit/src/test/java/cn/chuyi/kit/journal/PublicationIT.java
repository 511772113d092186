package cn.chuyi.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two batches on their way at once, on a real PostgreSQL and a real Kafka, and what goes wrong between them. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class PublicationIT {
    private static final int OF_A_BATCH = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    @ConfigProperty(name = "KAFKA_BOOTSTRAP_SERVERS")
    String brokers;

    @Inject
    Bell bell;

    private SeparateJournal journal;
    private SeparateTopic topic;

    @BeforeEach
    void begin() throws Exception {
        topic = SeparateTopic.create(brokers, "publication-" + UUID.randomUUID());
        journal = SeparateJournal.create(database, "published");
    }

    @AfterEach
    void end() throws SQLException {
        topic.close();
        journal.close();
    }

    private Publication publication(Connection connection, Publication.Sender sender) throws SQLException {
        return new Publication(
                connection,
                new Outgoing(topic.name(), "note-service"),
                new Publication.Means(sender, Clock.systemUTC(), PATIENCE, _ -> {}, new Turns(bell)));
    }

    /** Sends to the real topic; the test says itself what became of each batch. */
    private static final class Held {
        final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

        Publication.Sender over(SeparateTopic topic) {
            return (count, records, before, more) -> {
                topic.send(count, records, null, more).await(PATIENCE);
                deliveries.add(new Delivery(1));
                return deliveries.getLast();
            };
        }

        void acknowledge(int batch) {
            deliveries.get(batch).onCompletion(null, null);
        }

        void fail(int batch) {
            deliveries.get(batch).onCompletion(null, new IllegalStateException("the broker is gone"));
        }
    }

    private void append(int from, int to) throws SQLException {
        for (int n = from; n <= to; n++) {
            journal.insert(n, "stream-" + n % 2, (n + 1) / 2, "{\"n\":" + n + "}");
        }
    }

    @Test
    void the_second_batch_is_sent_before_the_first_is_acknowledged_and_stamped_after_it() throws Exception {
        append(1, 5);
        var held = new Held();
        var publication = publication(journal.connection(), held.over(topic));
        try (var relay = Executors.newSingleThreadExecutor()) {
            assertThat(publication.advance(OF_A_BATCH)).isTrue();
            var second = relay.submit(() -> publication.advance(OF_A_BATCH));
            await().until(() -> held.deliveries.size() == 2);
            held.acknowledge(1);
            assertThat(topic.read(4)).extracting(SeparateTopic.Seen::n).containsExactly(1, 2, 3, 4);
            assertThat(journal.published()).isEmpty();
            assertThat(second).isNotDone();

            held.acknowledge(0);
            assertThat(second.get()).isTrue();

            var third = relay.submit(() -> publication.advance(OF_A_BATCH));
            await().until(() -> held.deliveries.size() == 3);
            assertThat(journal.published()).containsExactly(1L, 2L);
            held.acknowledge(2);
            assertThat(third.get()).isFalse();
        }
        assertThat(publication.advance(OF_A_BATCH)).isFalse();
        assertThat(journal.published()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void when_the_first_of_two_fails_the_replica_that_takes_over_sends_both_with_the_same_links() throws Exception {
        append(2, 5);
        var held = new Held();
        var publication = publication(journal.connection(), held.over(topic));
        publication.advance(OF_A_BATCH);
        held.fail(0);
        assertThatThrownBy(() -> publication.advance(OF_A_BATCH)).isInstanceOf(IllegalStateException.class);
        held.acknowledge(1);
        assertThat(journal.published()).isEmpty();

        append(1, 1); // committed late: before the others by position, after them in the chain
        takeOver();

        var seen = topic.read(9);
        assertThat(seen).extracting(SeparateTopic.Seen::n).containsExactly(2, 3, 4, 5, 2, 3, 4, 5, 1);
        assertThat(seen.subList(4, 8)).isEqualTo(seen.subList(0, 4));
        assertThat(journal.published()).containsExactly(2L, 3L, 4L, 5L, 1L);
        assertThatChainHolds(seen.subList(4, 9));
    }

    @Test
    void when_the_second_of_two_fails_the_first_is_not_sent_again() throws Exception {
        append(1, 4);
        var held = new Held();
        var publication = publication(journal.connection(), held.over(topic));
        publication.advance(OF_A_BATCH);
        held.acknowledge(0);
        publication.advance(OF_A_BATCH);
        held.fail(1);
        assertThatThrownBy(publication::finish).isInstanceOf(IllegalStateException.class);
        assertThat(journal.published()).containsExactly(1L, 2L);

        takeOver();

        assertThat(topic.read(6)).extracting(SeparateTopic.Seen::n).containsExactly(1, 2, 3, 4, 3, 4);
        assertThat(journal.published()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void when_a_record_is_not_taken_nothing_after_it_is_sent() throws Exception {
        append(1, 1);
        journal.insert(2, "stream-0", 1, "\"" + "too large for a request ".repeat(1 << 16) + '"');
        append(3, 6);
        var publication = publication(journal.connection(), topic::send);

        assertThatThrownBy(() -> {
                    publication.advance(3);
                    publication.advance(3);
                })
                .hasStackTraceContaining("RecordTooLargeException");

        assertThat(topic.read(1)).extracting(SeparateTopic.Seen::n).containsExactly(1);
        assertThat(topic.end()).isEqualTo(1);
        assertThat(journal.published()).isEmpty();
    }

    @Test
    void what_commits_late_while_two_batches_are_under_way_is_published_once_and_last() throws Exception {
        append(3, 6);
        var late = journal.another();
        late.setAutoCommit(false);
        SeparateJournal.insert(late, 1, "stream-1", 1, "{\"n\":1}");
        SeparateJournal.insert(late, 2, "stream-0", 1, "{\"n\":2}");
        var publication = publication(journal.connection(), topic::send);
        publication.advance(OF_A_BATCH);
        late.commit();
        late.setAutoCommit(true);
        SeparateJournal.giveBack(late);
        publishAll(publication);

        assertThat(topic.read(6)).extracting(SeparateTopic.Seen::n).containsExactly(3, 4, 1, 2, 5, 6);
        assertThat(journal.published()).containsExactly(3L, 4L, 1L, 2L, 5L, 6L);
    }

    @Test
    void what_commits_late_while_many_rows_are_published_comes_after_those_that_were_seen_before_it() throws Exception {
        append(3, 12);
        var late = journal.another();
        late.setAutoCommit(false);
        SeparateJournal.insert(late, 1, "late", 1, "{\"n\":1}");
        SeparateJournal.insert(late, 2, "late", 2, "{\"n\":2}");
        var publication = publication(journal.connection(), topic::send);
        publication.advance(OF_A_BATCH);
        publication.advance(OF_A_BATCH);
        late.commit();
        late.setAutoCommit(true);
        SeparateJournal.giveBack(late);
        publishAll(publication);
        append(13, 13);
        publishAll(publication);

        assertThat(topic.read(13))
                .extracting(SeparateTopic.Seen::n)
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 13);
        assertThatChainHolds(topic.read(13));
    }

    @Test
    void many_rows_of_which_some_are_large_are_published_in_their_order() throws Exception {
        append(1, 5);
        for (int n = 6; n <= 8; n++) {
            journal.insert(n, "large", n - 5, "{\"n\":" + n + ",\"much\":\"" + "x".repeat(900_000) + "\"}");
        }
        append(9, 11);
        var publication = publication(journal.connection(), topic::send);
        publishAll(publication);

        assertThat(topic.read(11)).extracting(SeparateTopic.Seen::n).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(journal.published()).hasSize(11);
    }

    @Test
    void who_stops_in_order_leaves_nothing_to_be_sent_again() throws Exception {
        append(1, 4);
        var publication = publication(journal.connection(), topic::send);
        publication.advance(OF_A_BATCH);
        publication.advance(OF_A_BATCH);
        publication.finish();

        takeOver();

        assertThat(topic.read(4)).extracting(SeparateTopic.Seen::n).containsExactly(1, 2, 3, 4);
        assertThat(topic.end()).isEqualTo(4);
    }

    private void takeOver() throws SQLException {
        var replica = journal.another();
        var publication = publication(replica, topic::send);
        publishAll(publication);
        SeparateJournal.giveBack(replica);
    }

    private static void publishAll(Publication publication) throws SQLException {
        boolean more;
        do {
            more = publication.advance(OF_A_BATCH);
        } while (more);
        publication.finish();
    }

    private void assertThatChainHolds(List<SeparateTopic.Seen> published) throws SQLException {
        var before = new ArrayList<String>();
        Link link = Link.origin();
        for (JournalRow row : journal.publishedRows()) {
            before.add(link.text());
            link = link.next(row);
        }
        assertThat(published).extracting(SeparateTopic.Seen::before).containsExactlyElementsOf(before);
        assertThat(Backlog.head(journal.connection())).isEqualTo(link);
    }
}
