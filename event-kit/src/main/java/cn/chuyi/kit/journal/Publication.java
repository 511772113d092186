package cn.chuyi.kit.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a backlog on one connection: while a batch is being acknowledged, the next is read, written down and sent.
 * They are stamped in their order, each after all before it. When anything goes wrong this one is of no more use; the
 * next begins with what this one has written down and not stamped.
 */
final class Publication {
    private static final int AT_ONCE = 2;

    private final Connection connection;
    private final Outgoing outgoing;
    private final Means means;
    private final Deque<Sent> underWay = new ArrayDeque<>(AT_ONCE);
    private Link head;

    /** Where records go. */
    @FunctionalInterface
    interface Sender {
        /** As {@link Sending#send}. */
        Delivery send(int count, Stream<ProducerRecord<String, byte[]>> records, @Nullable Delivery before);
    }

    /**
     * What a publication works with.
     *
     * @param patience longest wait for the acknowledgement of a batch
     * @param published hears how many rows were stamped
     */
    record Means(Sender sender, Clock clock, Duration patience, IntConsumer published) {}

    private record Sent(Batch batch, Delivery delivery) {}

    /** Sends again what an earlier one has begun, with the same links. */
    Publication(Connection connection, Outgoing outgoing, Means means) throws SQLException {
        this.connection = connection;
        this.outgoing = outgoing;
        this.means = means;
        this.head = Backlog.head(connection);
        List<JournalRow> begun = Backlog.begun(connection);
        if (!begun.isEmpty()) {
            send(begun, Batch.after(head, begun));
            finish();
        }
    }

    /**
     * Sends one more batch, if there is any, and waits for those before it: for all when it was the last for now.
     *
     * @return whether there was any
     */
    boolean advance(int most) throws SQLException {
        List<JournalRow> rows = Backlog.begin(connection, head.number() + 1, most);
        if (!rows.isEmpty()) {
            send(rows, Batch.after(head, rows));
        }
        while (underWay.size() > (rows.size() < most ? 0 : AT_ONCE - 1)) {
            stampOldest();
        }
        return !rows.isEmpty();
    }

    /** Waits for what is under way. */
    void finish() throws SQLException {
        while (!underWay.isEmpty()) {
            stampOldest();
        }
    }

    private void send(List<JournalRow> rows, Batch batch) {
        Link before = head;
        var records = IntStream.range(0, rows.size())
                .mapToObj(i -> outgoing.record(
                        rows.get(i), i == 0 ? before : batch.links().get(i - 1)));
        var last = underWay.peekLast();
        underWay.add(new Sent(batch, means.sender().send(rows.size(), records, last == null ? null : last.delivery())));
        head = batch.links().getLast();
    }

    private void stampOldest() throws SQLException {
        Sent oldest = underWay.remove();
        oldest.delivery().await(means.patience());
        Backlog.stampSoon(connection, oldest.batch(), means.clock().instant());
        means.published().accept(oldest.batch().size());
    }
}
