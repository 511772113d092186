package cn.chuyi.kit.journal;

import cn.chuyi.kit.journal.Turns.Turn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a backlog on one connection: while a batch is being acknowledged, the next is read, written down and sent.
 * They are stamped in their order, each after all before it, together with the next that is written down. When anything
 * goes wrong this one is of no more use; the next begins with what this one has written down and not stamped.
 */
final class Publication {
    private static final int AT_ONCE = 2;
    private static final int LOOKED_AHEAD = 25;

    /** So many are stamped, even while more come. */
    private static final int STAMPED = 20;

    /** Longest wait for a command that has the turn; it is at its last trip, or at its commit. */
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Connection connection;
    private final Outgoing outgoing;
    private final Means means;
    private final long term;
    private final Deque<Sent> underWay = new ArrayDeque<>(AT_ONCE);
    private Supplier<Link> head;
    private Batch acknowledged = Batch.NONE;
    private long last;
    private List<Long> waiting = List.of();
    private boolean many;

    /** Where records go. */
    @FunctionalInterface
    interface Sender {
        /** As {@link Sending#send}. */
        Delivery send(
                int count, Stream<ProducerRecord<String, byte[]>> records, @Nullable Delivery before, boolean more);
    }

    /**
     * What a publication works with.
     *
     * @param patience longest wait for the acknowledgement of a batch
     * @param published hears how many rows were stamped
     */
    record Means(Sender sender, Clock clock, Duration patience, IntConsumer published, Turns turns) {}

    private record Sent(Chaining chaining, Delivery delivery) {}

    /** Sends again what an earlier one has begun, with the same links. */
    Publication(Connection connection, Outgoing outgoing, Means means) throws SQLException {
        this.connection = connection;
        this.outgoing = outgoing;
        this.means = means;
        this.term = Backlog.takeOver(connection);
        Link stamped = Backlog.head(connection);
        this.head = () -> stamped;
        this.last = stamped.number();
        List<JournalRow> begun = Backlog.begun(connection);
        if (!begun.isEmpty()) {
            send(begun, false);
            finish();
        }
        Backlog.open(connection, next());
        means.turns().open(next());
    }

    private Turn next() {
        return new Turn(term, last + 1);
    }

    /**
     * Sends one more batch, if there is any, and waits for those before it: for all when it was the last for now.
     *
     * @return whether there may be more
     */
    boolean advance(int most) throws SQLException {
        if (!means.turns().isOpen()) {
            throw unknown();
        }
        means.turns().takeFirst(FIRST);
        sendBegun();
        List<JournalRow> rows = begin(most);
        if (!rows.isEmpty()) {
            send(rows, many);
        }
        means.turns().open(next());
        while (underWay.size() > (many ? AT_ONCE - 1 : 0)) {
            awaitOldest();
        }
        return many;
    }

    /** Sends what commands have begun, and does not wait for it; then stamps what is acknowledged, if that is much. */
    void follow() throws SQLException {
        sendBegun();
        while (!underWay.isEmpty() && underWay.element().delivery().isDone()) {
            awaitOldest();
        }
        if (acknowledged.size() >= STAMPED) {
            stampSoon();
        }
    }

    private void sendBegun() throws SQLException {
        List<JournalRow> rows = means.turns().begun();
        if (!rows.isEmpty()) {
            while (underWay.size() >= AT_ONCE) {
                awaitOldest();
            }
            send(rows, false);
        }
    }

    /**
     * Makes sure that there is nothing begun but what this one has sent.
     *
     * @throws IllegalStateException when there is: a command has heard nothing of its commit
     */
    void check() throws SQLException {
        means.turns().takeFirst(FIRST);
        sendBegun();
        if (Backlog.isBegun(connection, last + 1)) {
            throw unknown();
        }
        means.turns().open(next());
    }

    private static IllegalStateException unknown() {
        return new IllegalStateException("a batch was begun that is not known here; it is looked for anew");
    }

    /**
     * What the index of the backlog holds of rows that are gone is passed over by each look for the oldest, while any
     * transaction is open that is older than they. So when there are many, one look is for many batches.
     */
    private List<JournalRow> begin(int most) throws SQLException {
        if (waiting.isEmpty() && many) {
            waiting = Backlog.waiting(connection, most * LOOKED_AHEAD);
        }
        var next = new Backlog.Next(acknowledged, means.clock().instant(), next());
        List<JournalRow> rows = waiting.isEmpty()
                ? Backlog.begin(connection, next, most)
                : Backlog.begin(connection, next, waiting.subList(0, Math.min(most, waiting.size())));
        stamped();
        waiting = rows.isEmpty() ? List.of() : waiting.subList(Math.min(rows.size(), waiting.size()), waiting.size());
        many = rows.size() == most || Backlog.isLarge(rows);
        return rows;
    }

    /** Ends in order: commands begin nothing more, and nothing is left that was begun. */
    void end() throws SQLException {
        means.turns().takeFirst(FIRST);
        sendBegun();
        means.turns().close();
        finish();
    }

    /** Waits for what is under way, and stamps it. */
    void finish() throws SQLException {
        while (!underWay.isEmpty()) {
            awaitOldest();
        }
        stampSoon();
    }

    private void send(List<JournalRow> rows, boolean more) {
        var chaining = new Chaining(rows, head);
        var before = underWay.peekLast();
        var delivery = means.sender()
                .send(rows.size(), chaining.records(outgoing), before == null ? null : before.delivery(), more);
        underWay.add(new Sent(chaining, delivery));
        last += rows.size();
        head = chaining::end;
    }

    private void awaitOldest() throws SQLException {
        Sent oldest = underWay.remove();
        try {
            oldest.delivery().await(means.patience());
        } catch (IllegalStateException e) {
            stampSoon();
            throw e;
        }
        acknowledged = acknowledged.and(oldest.chaining().batch());
        if (underWay.isEmpty()) {
            Link end = oldest.chaining().end();
            head = () -> end; // its rows are not kept until the next ones come
        }
    }

    private void stampSoon() throws SQLException {
        if (acknowledged.size() > 0) {
            Backlog.stampSoon(connection, acknowledged, means.clock().instant());
            stamped();
        }
    }

    private void stamped() {
        means.published().accept(acknowledged.size());
        acknowledged = Batch.NONE;
    }
}
